import type { Fate } from '../faults/fate.ts';
import type { WireName } from '../wires/wire.ts';

export interface Size {
  width: number;
  height: number;
}

/** What a clip or a picture shows: names of pictures in the store, or the look that the words come to. */
export interface Look {
  words: string;
  first: string | null;
  last: string | null;
  /** Words of remixes and edits, oldest first: each one tints what it was made from. */
  tints: readonly string[];
}

/** What was asked for, on any wire. */
export interface JobAsk {
  wire: WireName;
  model: string;
  prompt: string;
  size: Size;
  /** 0 for a picture. */
  seconds: number;
  sound: boolean;
  look: Look;
  /** How many of it. */
  count: number;
  /** The job that it was made from. */
  from?: { kind: 'remix' | 'edit' | 'extend'; id: string } | undefined;
  /** Where this one's end is told. */
  webhookUrl?: string | undefined;
  /** What the clip is where that is not said by `seconds` and the settings. */
  clip?: { seconds?: number | undefined; fps?: number | undefined } | undefined;
  /** Seconds that it waits and takes, where they are not those of videos. */
  pace?: { queued: number; work: number } | undefined;
}

/** A job that was accepted. Moments are milliseconds of the clock. */
export interface Job extends JobAsk {
  id: string;
  acceptedAt: number;
  startsAt: number;
  /** When it is over if it is not stuck. */
  endsAt: number;
  fate: Fate;
  /** Stopped before its end, or deleted after it. */
  stoppedAt: number | null;
  deletedAt: number | null;
}
