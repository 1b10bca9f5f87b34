import type { NodeId } from '@animatic/schema';
import type { Selection } from './frame.ts';

/** What the main thread tells the panel unasked. */
export const eventNames = ['selection-changed', 'page-changed', 'document-changed'] as const;
export type EventName = (typeof eventNames)[number];

export interface Events {
  'selection-changed': { selection: Selection };
  /** Another page is open: ask `start` again. */
  'page-changed': { page: { id: NodeId; name: string } };
  /** Something on the page changed: these nodes and all that contain them, so that a board finds its frames. */
  'document-changed': {
    ids: NodeId[];
    /** Nodes were deleted: Figma does not tell out of which frame. */
    removed?: boolean;
  };
}
