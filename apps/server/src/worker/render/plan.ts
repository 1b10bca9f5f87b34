import { createHash } from 'node:crypto';
import { type Db, tables } from '@animatic/db';
import { type EngineInput, planSegments } from '@animatic/engines';
import { clipSeconds, formatSize, type Storyboard } from '@animatic/schema';
import { sql } from 'drizzle-orm';
import type { Lease } from '../lease.ts';
import type { Studio } from '../studio.ts';

export interface PlannedSegment {
  engine: keyof Studio['engines'];
  firstShot: number;
  lastShot: number;
  fingerprint: string;
  frames: number;
  input: Omit<EngineInput, 'readStill'>;
}

/** What a render is going to do, from its document alone. */
export interface Plan {
  width: number;
  height: number;
  fps: number;
  seconds: number;
  segments: PlannedSegment[];
  /** All frames of the clip. */
  frames: number;
  /** Of the finished clip: the segments' and the encoder's. */
  fingerprint: string;
}

export const digest = (...parts: unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');

/** Plans a render. The same document, engines and encoder always give the same plan and the same fingerprints. */
export function planRender(storyboard: Storyboard, studio: Pick<Studio, 'engines' | 'encoderVersion'>): Plan {
  const first = storyboard.shots[0];
  if (!first) throw new Error('a storyboard without shots was accepted');
  const size = formatSize(storyboard.format, first.size);
  const segments = planSegments(storyboard.shots, studio.engines).map((segment): PlannedSegment => {
    const engine = studio.engines[segment.engine];
    const { firstShot, lastShot } = segment;
    const { shots, loop, lines, mood, format } = storyboard;
    const input = { shots, loop, lines, mood, format, firstShot, lastShot, size };
    return {
      ...segment,
      input,
      fingerprint: digest(segment.engine, engine.fingerprint(input)),
      frames: engine.frameCount(input),
    };
  });
  return {
    ...size,
    fps: storyboard.format.fps,
    seconds: clipSeconds(storyboard.shots),
    segments,
    frames: segments.reduce((sum, segment) => sum + segment.frames, 0),
    fingerprint: digest(
      'clip',
      studio.encoderVersion,
      size,
      storyboard.format.fps,
      segments.map((segment) => segment.fingerprint),
    ),
  };
}

/** Writes the segments of every take down; a later attempt finds them there. */
export async function savePlan(db: Db, lease: Lease, plans: readonly Plan[]): Promise<void> {
  await db
    .insert(tables.segment)
    .values(
      plans
        .flatMap(({ segments }) => segments)
        .map((segment, position) => ({
          workspaceId: lease.workspaceId,
          renderId: lease.renderId,
          position,
          engine: segment.engine,
          firstShot: segment.firstShot,
          lastShot: segment.lastShot,
          fingerprint: segment.fingerprint,
          state: 'rendering' as const,
          workerId: lease.workerId,
          attempts: 1,
        })),
    )
    .onConflictDoUpdate({
      target: [tables.segment.renderId, tables.segment.position],
      set: {
        state: 'rendering',
        workerId: lease.workerId,
        // A worker of a newer version may see it differently than the one that planned it.
        fingerprint: sql`excluded.fingerprint`,
        attempts: sql`${tables.segment.attempts} + 1`,
      },
    });
}
