import { type Db, tables } from '@animatic/db';
import type { GenerationRef, Storyboard } from '@animatic/schema';
import { and, eq, inArray, notInArray, or } from 'drizzle-orm';
import { type MadeFootage, MissingFootageError, secondsOf } from './made-footage.ts';

const { footage, generation, renderGeneration } = tables;

/**
 * What models made for a render's shots, by the shot's id: of several variations the chosen one. Everything is read
 * within the workspace.
 *
 * @throws MissingFootageError where a generated shot has no finished generation, or no footage of it
 */
export async function readFootage(
  db: Db,
  { workspaceId, renderId }: { workspaceId: string; renderId: string },
  { shots }: Pick<Storyboard, 'shots'>,
): Promise<Map<string, MadeFootage>> {
  const asked = shots.filter((shot) => shot.engine !== 'motion');
  if (asked.length === 0) return new Map();
  const linked = await db
    .select({
      shotId: renderGeneration.shotId,
      variation: renderGeneration.variation,
      generationId: generation.id,
      state: generation.state,
      intent: generation.intent,
      footage,
    })
    .from(renderGeneration)
    .innerJoin(
      generation,
      and(
        eq(generation.workspaceId, renderGeneration.workspaceId),
        eq(generation.id, renderGeneration.generationId),
      ),
    )
    .leftJoin(
      footage,
      and(eq(footage.workspaceId, generation.workspaceId), eq(footage.id, generation.footageId)),
    )
    .where(and(eq(renderGeneration.workspaceId, workspaceId), eq(renderGeneration.renderId, renderId)));
  const parents = await readParents(
    db,
    workspaceId,
    linked.flatMap(({ intent: { start } }) => ('of' in start ? [start.of] : [])),
  );
  const made = new Map<string, MadeFootage>();
  for (const shot of asked) {
    const own = linked.filter(({ shotId }) => shotId === shot.id);
    const chosen = own.find(({ variation }) => variation === (shot.generation?.chosen ?? 0)) ?? own[0];
    if (!chosen) throw new MissingFootageError(shot.id, 'the render names no generation of it');
    const file = chosen.footage;
    if (!file) throw new MissingFootageError(shot.id, `its generation is ${chosen.state} and has no file`);
    const { generationId, intent } = chosen;
    const { hash, width, height, fps, frames, sound } = file;
    const parent = 'of' in intent.start ? (parents.find(refersTo(intent.start.of)) ?? null) : null;
    made.set(shot.id, {
      ...{ generationId, hash, width, height, fps, frames, sound, intent },
      parent: parent && {
        generationId: parent.generationId,
        hash: parent.hash,
        seconds: secondsOf(parent),
        inner: parent.intent.inner ?? null,
      },
    });
  }
  return made;
}

/** Those that extensions go on from; without those whose file is gone. */
async function readParents(db: Db, workspaceId: string, refs: readonly GenerationRef[]) {
  const ids = refs.flatMap((ref) => ('generation' in ref ? [ref.generation] : []));
  const fingerprints = refs.flatMap((ref) => ('fingerprint' in ref ? [ref.fingerprint] : []));
  if (ids.length + fingerprints.length === 0) return [];
  return db
    .select({
      generationId: generation.id,
      fingerprint: generation.fingerprint,
      intent: generation.intent,
      hash: footage.hash,
      fps: footage.fps,
      frames: footage.frames,
    })
    .from(generation)
    .innerJoin(
      footage,
      and(eq(footage.workspaceId, generation.workspaceId), eq(footage.id, generation.footageId)),
    )
    .where(
      and(
        eq(generation.workspaceId, workspaceId),
        notInArray(generation.state, ['failed', 'cancelled']),
        or(inArray(generation.id, ids), inArray(generation.fingerprint, fingerprints)),
      ),
    );
}

const refersTo = (ref: GenerationRef) => (one: { generationId: string; fingerprint: string }) =>
  'generation' in ref ? one.generationId === ref.generation : one.fingerprint === ref.fingerprint;
