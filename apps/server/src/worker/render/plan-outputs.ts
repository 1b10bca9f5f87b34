import {
  type Aspect,
  type FileKind,
  fileKinds,
  type RenderOutputs,
  type Storyboard,
  type TakeFileKind,
} from '@animatic/schema';
import type { BoardFootage } from '../footage/open-footage.ts';
import type { Studio } from '../studio.ts';
import { digest, type Plan, planRender } from './plan.ts';

/** What is made together: a kind that was asked for, and every file that comes with it. */
export interface PlannedFile {
  kind: FileKind;
  parts: { kind: TakeFileKind; fingerprint: string }[];
}

/** One take: the board in one format, its clip, its poster, its files. */
export interface PlannedOutput {
  aspect: Aspect;
  storyboard: Storyboard;
  plan: Plan;
  posterFingerprint: string;
  files: PlannedFile[];
}

const PARTS: Record<FileKind, readonly TakeFileKind[]> = {
  webm: ['webm'],
  gif: ['gif'],
  png: ['png'],
  sprites: ['sprites', 'sprites.vtt'],
};
/** What a frame of each costs, against one of the clip. */
const COSTS: Record<FileKind, number> = { webm: 1.5, gif: 2, png: 1.5, sprites: 0.05 };

/** Plans every take of a render, the board's own format first; each format and each kind once. */
export function planOutputs(
  storyboard: Storyboard,
  outputs: RenderOutputs | null,
  studio: Pick<Studio, 'motion' | 'encoderVersion'>,
  made?: BoardFootage,
): PlannedOutput[] {
  const own = storyboard.format.aspect;
  const kinds = fileKinds.filter((kind) => outputs?.files.includes(kind));
  return [...new Set<Aspect>([own, ...(outputs?.aspects ?? [])])].map((aspect) => {
    const board = aspect === own ? storyboard : { ...storyboard, format: { ...storyboard.format, aspect } };
    const plan = planRender(board, studio, made);
    return {
      aspect,
      storyboard: board,
      plan,
      posterFingerprint: digest('poster', plan.fingerprint),
      files: kinds.map((kind) => ({
        kind,
        parts: PARTS[kind].map((part) => ({ kind: part, fingerprint: digest(part, plan.fingerprint) })),
      })),
    };
  });
}

/** What each part costs, in the order in which they are made: clip, poster and files, take after take. */
export function weightsOf(outputs: readonly PlannedOutput[]): number[] {
  return outputs.flatMap(({ plan, files }) => {
    const clip = plan.frames * plan.width * plan.height;
    return [clip, 0, ...files.map(({ kind }) => clip * COSTS[kind])];
  });
}
