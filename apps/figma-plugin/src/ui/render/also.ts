import {
  type Aspect,
  aspects,
  type FileKind,
  type Format,
  fileKinds,
  type RenderOutputs,
} from '@animatic/schema';

/** The formats that a board may be rendered in besides its own. */
export function furtherAspects(own: Aspect): Aspect[] {
  return aspects.filter((aspect) => aspect !== own && aspect !== 'frame');
}

export const fileWords: Record<FileKind, { name: string; detail: string }> = {
  gif: { name: 'GIF', detail: 'For chats and tickets, at most 10 MB' },
  webm: { name: 'WebM', detail: 'For pages; keeps a transparent ground' },
  png: { name: 'PNG frames', detail: 'Every frame, in a zip' },
  sprites: { name: 'Thumbnails', detail: 'One sheet; links show them while scrubbing' },
};
/** As they are offered: what most people want first. */
export const offeredFiles: readonly FileKind[] = ['gif', 'webm', 'png', 'sprites'];

/**
 * What a render is asked for besides the board's own format: what was chosen, less what the board is already, and WebM
 * where the ground is transparent, which an MP4 cannot show. Undefined for nothing.
 *
 * @example outputsOf({ aspects: ['9:16'], files: [] }, { aspect: '16:9', ground: 'design' })
 */
export function outputsOf(
  also: RenderOutputs,
  format: Pick<Format, 'aspect' | 'ground'>,
): RenderOutputs | undefined {
  const further = furtherAspects(format.aspect);
  const chosen = further.filter((aspect) => also.aspects.includes(aspect));
  const files = fileKinds.filter(
    (kind) => also.files.includes(kind) || (kind === 'webm' && format.ground === 'transparent'),
  );
  return chosen.length + files.length > 0 ? { aspects: chosen, files } : undefined;
}

/** With or without one of them. */
export function toggled<T>(list: readonly T[], value: T): T[] {
  return list.includes(value) ? list.filter((each) => each !== value) : [...list, value];
}
