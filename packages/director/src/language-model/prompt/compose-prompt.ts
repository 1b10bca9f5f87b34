import type { VideoPrompt } from '@animatic/schema';
import type { PromptAnswer } from '../answer/prompt-answer.ts';
import type { Notes } from '../notes.ts';
import { saidLine } from '../words/clean.ts';

/** Characters of each part. */
const PART = 500;
/** Said of any frame that a model animates, whatever else is said. */
export const KEEP_DRAWN =
  'Keep all lettering, logos, numbers, colours and shapes exactly as they are in the picture';

/**
 * One prompt of its parts, within what the model takes. Where it is too long, light goes first, then the camera is
 * shortened, then the action: what must not change stays.
 *
 * @param limit characters
 * @param longest characters of a part
 * @example composePrompt({ subject: 'A cup', action: 'Steam rises', camera: '', light: '', keep: '' }, { limit: 500 })
 */
export function composePrompt(
  parts: PromptAnswer,
  {
    limit,
    drawn = false,
    longest = PART,
    notes,
  }: { limit: number; drawn?: boolean; longest?: number; notes?: Notes },
): VideoPrompt {
  const clean = {
    subject: saidLine(parts.subject, longest),
    action: saidLine(parts.action, longest),
    camera: saidLine(parts.camera, longest),
    light: saidLine(parts.light, longest),
    keep: saidLine(parts.keep, longest) || (drawn ? KEEP_DRAWN : ''),
  };
  for (const shorten of [
    () => {},
    () => {
      clean.light = '';
    },
    () => {
      clean.camera = saidLine(clean.camera, Math.max(20, Math.round(limit * 0.15)));
    },
    () => {
      clean.keep = saidLine(clean.keep, Math.max(20, Math.round(limit * 0.25)));
    },
    () => {
      const left = limit - clean.keep.length - clean.camera.length - 8;
      clean.subject = saidLine(clean.subject, Math.max(20, Math.round(left * 0.4)));
      clean.action = saidLine(clean.action, Math.max(20, left - clean.subject.length));
    },
  ]) {
    shorten();
    const text = textOf(clean);
    if (text.length <= limit) return { ...clean, text };
    notes?.say(`The prompt was shortened: the model takes ${limit} characters.`);
  }
  return { ...clean, text: saidLine(textOf(clean), limit) };
}

const textOf = ({ subject, action, camera, light, keep }: PromptAnswer): string =>
  [subject, action, camera, light, keep]
    .map((part) => part.replace(/[.…\s]+$/, '').trim())
    .filter(Boolean)
    .map((part) => `${part.charAt(0).toUpperCase()}${part.slice(1)}.`)
    .join(' ');
