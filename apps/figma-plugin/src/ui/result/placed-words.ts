/**
 * Why the poster stands on the canvas instead of the video.
 *
 * @param refusal Figma's own words, or null where it gave none
 * @example placedWords('in createVideoAsync: Video is too large: at most 100 MB', true)
 */
export function placedWords(refusal: string | null, linked: boolean): string {
  return `${reasonOf(refusal)}, so its poster was placed${linked ? ' with the link' : ''}.`;
}

function reasonOf(refusal: string | null): string {
  const words = (refusal ?? '').replace(/^in \w+: /, '').replace(/[.\s]+$/, '');
  if (words === '') return 'Figma did not take the video';
  if (/\b(?:plan|starter|teams?|upgrade|paid|professional)\b/i.test(words))
    return 'This team’s plan takes no video';
  if (/\b100 ?MB\b|too large/i.test(words)) return 'Figma takes videos of at most 100 MB';
  return `Figma did not take the video (${words})`;
}
