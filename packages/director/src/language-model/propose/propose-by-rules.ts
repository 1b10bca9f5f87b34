import { directTransition } from '../../direct-transition.ts';
import { standingSeconds } from '../../standing-seconds.ts';
import { openNotes } from '../notes.ts';
import { saidLine } from '../words/clean.ts';
import { layOut } from './lay-out.ts';
import { framesOf, type ProposalInput, type Proposed } from './proposal-input.ts';
import { wantedSeconds } from './wanted-seconds.ts';

const TITLE = 80;

/** A storyboard by the rules: the frames in their order, as long as there is to read, moved by taste. */
export async function proposeByRules(input: ProposalInput): Promise<Proposed> {
  const notes = openNotes();
  const frames = framesOf(input);
  const mood = input.mood ?? 'crisp';
  const laid = await layOut(
    frames.map(({ handle, outline }, index) => {
      const next = frames[index + 1]?.outline;
      return {
        frame: handle,
        title: outline.name,
        line: '',
        direction: '',
        duration: standingSeconds(outline),
        engine: 'motion',
        model: null,
        motion: null,
        prompt: null,
        transition: next ? directTransition(outline, next, []).kind : null,
      };
    }),
    {
      frames,
      models: [],
      wanted: input.seconds ?? wantedSeconds(input.brief),
      mood,
      loop: input.loop,
      notes,
    },
  );
  // A request has a frame at least, and each of them makes a shot.
  if (!laid) throw new TypeError('a proposal needs a frame');
  return { ...laid, title: saidLine(input.brief, TITLE), mood, notes: notes.all };
}
