import type { CatalogueModel } from '../catalogue/catalogue.ts';
import type { AskRefusal } from './ask-plan.ts';

/** A named look, as an ask needs it. */
export interface StyleLook {
  words: string;
  seed: number | null;
  /** Reference pictures, by their hashes. */
  stills: readonly string[];
}

/** What is asked, in words: the direction, then the look's. */
export const promptOf = (direction: string, style: StyleLook | undefined): string =>
  [direction, style?.words ?? '']
    .map((words) => words.trim())
    .filter(Boolean)
    .join('\n');

/** Why these words cannot be asked; undefined where they can. */
export function refuseWords(
  prompt: string,
  { name, maxPrompt }: CatalogueModel,
  path: string,
  what: string,
): AskRefusal | undefined {
  if (!prompt) return { path, message: `${name} needs words: say ${what}` };
  if (prompt.length > maxPrompt)
    return {
      path,
      message: `these words and the look’s are ${prompt.length} characters, more than ${name} reads`,
      allowed: `at most ${maxPrompt} characters`,
    };
  return undefined;
}

/** @example listed([4, 8, 12]) // '4, 8 or 12' */
export const listed = (values: readonly (string | number)[]): string =>
  values.length < 2
    ? values.join('')
    : `${values.slice(0, -1).join(', ')} or ${String(values[values.length - 1])}`;
