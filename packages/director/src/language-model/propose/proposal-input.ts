import {
  type Outline,
  outlineOfFrame,
  type ProposalAnswer,
  type proposalRequestSchema,
} from '@animatic/schema';
import type * as z from 'zod';
import { type Handles, handlesOf } from '../data/handles.ts';
import type { DirectedBy } from '../director.ts';
import type { VideoModel } from '../video-model.ts';

/** A request that was parsed, with its pictures made small, and the video models that may be used. */
export type ProposalInput = z.output<typeof proposalRequestSchema> & {
  videoModels?: readonly VideoModel[] | undefined;
};

/** What is proposed, whoever does it. */
export type Proposed = Omit<ProposalAnswer, keyof DirectedBy>;

/** One of the request's frames, prepared. */
export interface ProposalFrame {
  handle: string;
  outline: Outline;
  handles: Handles;
  picture: string | undefined;
  sharpest: number;
}

/** All layers that a language model is shown; an enum of strict output holds 1,000. */
const MOST_LAYERS = 480;
const MOST_OF_ONE = 40;

/** The frames under names of ours: `F1`, and `F1L3` for its third layer. */
export function framesOf({ frames }: ProposalInput): ProposalFrame[] {
  const most = Math.min(MOST_OF_ONE, Math.floor(MOST_LAYERS / frames.length));
  return frames.map(({ frame, picture, sharpest }, index) => {
    const outline = outlineOfFrame(frame);
    const handle = `F${index + 1}`;
    return { handle, outline, handles: handlesOf(outline, `${handle}L`, most), picture, sharpest };
  });
}
