import type { TakeRecord } from '@animatic/db';
import * as z from 'zod';
import type { ServedFile } from './serve-media.ts';

/** The two files of a take, by the names they have in addresses. */
export const takeParts = ['clip.mp4', 'poster.png'] as const;
export type TakePart = (typeof takeParts)[number];

export const takeTypes = { 'clip.mp4': 'video/mp4', 'poster.png': 'image/png' } as const;

export const downloadQuery = z.object({
  /** Sends it as a download with this name. */
  download: z.string().max(300).optional(),
});

export function takeFile(take: TakeRecord, part: TakePart): ServedFile {
  return part === 'clip.mp4'
    ? { workspaceId: take.workspaceId, hash: take.clipHash, type: takeTypes[part], extension: 'mp4' }
    : { workspaceId: take.workspaceId, hash: take.posterHash, type: takeTypes[part], extension: 'png' };
}
