import type { Models } from './models.ts';

/** Names at most this many. */
const MAX_NAMES = 4;

/**
 * What a start says about models: which can be asked, what those want that cannot, in a line each.
 *
 * @example for (const note of notesOf(models)) print(note);
 */
export function notesOf(models: Models): string[] {
  const { models: all } = models.list();
  const able = all.filter(({ available }) => available);
  const keyed = models.catalogue.models.some(
    ({ runBy, kind }) => kind === 'video' && isReached(models, runBy),
  );
  return [
    ...models.warnings,
    ...(models.pretend ? ['A stand-in for models is asked (FAKE_MODELS_URL): its clips are made up.'] : []),
    able.length > 0
      ? `${named(able.map(({ name }) => name))} can be asked.`
      : 'No model can be asked: clips are drawn, exact and free. README.md says what a key adds.',
    // Without a video model nobody misses it.
    ...('why' in models.ffmpeg && keyed ? [`Video models are off. ${models.ffmpeg.why}`] : []),
  ];
}

const isReached = (models: Models, provider: Parameters<Models['reach']>[0]): boolean =>
  !('why' in models.reach(provider));

function named(names: readonly string[]): string {
  const rest = names.length - MAX_NAMES;
  if (rest > 1) return `${names.slice(0, MAX_NAMES).join(', ')} and ${rest} more`;
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
