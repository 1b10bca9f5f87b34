import { type DirectAnswer, outlineOfFrame } from '@animatic/schema';
import { direct } from '../direct.ts';
import type { ShotInput } from './direct-shot.ts';
import { openNotes } from './notes.ts';
import { composePrompt } from './prompt/compose-prompt.ts';
import { askedSeconds, USUAL_PROMPT } from './video-model.ts';

/** What is directed of a shot, whoever does it. */
export type DirectedShot = Pick<DirectAnswer, 'motion' | 'prompt' | 'duration' | 'notes'>;

/** Seconds of a shot that only has words. */
const USUAL = 4;

/** One shot by the rules: the motion that they read, or the designer's own words as a prompt. */
export function directByRules(input: ShotInput): DirectedShot {
  const { frame, direction, place, mood, duration } = input;
  const notes = openNotes();
  if (frame && input.want !== 'prompt') {
    const directed = direct({
      outline: outlineOfFrame(frame),
      direction,
      shotIndex: place.index,
      shotCount: place.count,
      duration,
      mood,
    });
    for (const note of directed.notes) notes.say(note.text);
    return { motion: directed.motion, prompt: null, duration: directed.duration, notes: notes.all };
  }
  const limit = input.videoModel?.maxPrompt ?? USUAL_PROMPT;
  const prompt = composePrompt(
    {
      subject: '',
      action: direction.trim() || 'What is in the picture comes gently to life',
      camera: direction.trim() ? '' : 'The camera pushes in slowly',
      light: '',
      keep: '',
    },
    { limit, longest: limit, drawn: frame !== undefined, notes },
  );
  const wanted = duration ?? USUAL;
  const most = input.videoModel ? askedSeconds(input.videoModel, wanted) : wanted;
  return { motion: null, prompt, duration: Math.min(wanted, most), notes: notes.all };
}
