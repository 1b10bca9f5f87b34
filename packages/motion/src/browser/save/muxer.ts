import type { Size } from '@animatic/schema';

/** One encoded frame, in the order of decoding. */
export interface Packet {
  data: Uint8Array;
  key: boolean;
  /** The number of the frame that it shows. */
  frame: number;
  /** The frame's alpha, encoded as a picture of its own (WebM only). */
  alpha?: Uint8Array;
}

/** What a file says about its one video track. */
export interface TrackFacts {
  size: Size;
  /** Frames a second, a whole number. */
  fps: number;
  /** What a decoder must be given first, where the codec has that. */
  description: Uint8Array | null;
}
