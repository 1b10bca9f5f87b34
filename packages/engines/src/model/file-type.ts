import type { MadeFile } from './model-engine.ts';

const types = ['video/mp4', 'video/webm', 'image/png', 'image/jpeg', 'image/webp'] as const;

/** What a file says it is; `otherwise` where it says nothing of use. What it really is, is checked when it is stored. */
export function fileTypeOf(header: string | null | undefined, otherwise: MadeFile['type']): MadeFile['type'] {
  const said = header?.split(';')[0]?.trim().toLowerCase();
  return types.find((type) => type === said) ?? otherwise;
}
