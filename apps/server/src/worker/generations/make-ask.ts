import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { tables } from '@animatic/db';
import {
  type Ask,
  type AskInput,
  type AskStart,
  type CatalogueModel,
  MissingStillError,
} from '@animatic/engines';
import type { GenerationIntent, Picture, Sha256, Size, StillFit } from '@animatic/schema';
import { and, eq } from 'drizzle-orm';
import type { DeskContext, Row } from './desk-context.ts';

const { footage, generation, still } = tables;

/** What it starts from is not to be had. */
export class MissingParentError extends Error {
  override name = 'MissingParentError';
}

/**
 * What is going to be sent, from what is kept: pictures are read and fitted to the exact size now.
 *
 * @throws {MissingStillError} for a still that is gone
 * @throws {MissingParentError} where what it starts from has no file
 */
export async function makeAsk(
  context: DeskContext,
  row: Row,
  model: CatalogueModel,
  signal: AbortSignal,
): Promise<Ask> {
  const { prompt, size, seconds, seed, sound, transparent, characters } = row.intent;
  const start = await startOf(context, row, signal);
  return {
    model,
    prompt,
    start,
    size,
    seconds,
    ...(seed === undefined ? {} : { seed }),
    sound,
    transparent,
    characters,
  };
}

async function startOf(context: DeskContext, row: Row, signal: AbortSignal): Promise<AskStart> {
  const { start, size } = row.intent;
  switch (start.kind) {
    case 'words':
      return { kind: 'words' };
    case 'frames': {
      const first = await fitted(context, row, start.first, size, start.fit);
      const last = start.last && (await fitted(context, row, start.last, size, start.fit));
      return { kind: 'frames', first, ...(last && { last }) };
    }
    case 'last-frame': {
      const { path } = await parentOf(context, row);
      const frame = await context.tools.lastFrame(path, signal);
      const { png } = await context.tools.fitStill(frame, size, 'crop');
      return { kind: 'frames', first: pngInput(png) };
    }
    case 'extend':
    case 'remix':
    case 'edit': {
      const { vendorId } = await parentOf(context, row);
      if (!vendorId) throw new MissingParentError('the vendor’s id of what it starts from is not known');
      return { kind: start.kind, vendorId };
    }
    case 'inputs':
      return { kind: 'inputs', ...(await inputsOf(context, row, start)) };
  }
}

/** A picture at the exact size that is asked for. */
async function fitted(
  { media, tools }: DeskContext,
  { workspaceId }: Row,
  picture: Picture,
  size: Size,
  fit: StillFit,
): Promise<AskInput> {
  const tiles = await Promise.all(
    picture.tiles.map(async ({ still: hash, ...place }) => ({
      ...place,
      bytes: await readMedia(media, workspaceId, hash),
    })),
  );
  const [only] = tiles;
  const whole = tiles.length === 1 && only ? only.bytes : { ...picture, tiles };
  const { png } = await tools.fitStill(whole, size, fit);
  return pngInput(png);
}

/** Stills as they are. */
async function inputsOf(
  { db, media }: DeskContext,
  { workspaceId }: Row,
  start: Extract<GenerationIntent['start'], { kind: 'inputs' }>,
): Promise<{ inputs: AskInput[]; mask?: AskInput }> {
  const input = async (hash: Sha256): Promise<AskInput> => {
    const [known] = await db
      .select({ type: still.type })
      .from(still)
      .where(and(eq(still.workspaceId, workspaceId), eq(still.hash, hash)));
    if (!known || !(await media.stat(workspaceId, hash))) throw new MissingStillError(hash);
    return { hash, type: known.type, bytes: () => readMedia(media, workspaceId, hash) };
  };
  const inputs = await Promise.all(start.inputs.map(input));
  return { inputs, ...(start.mask && { mask: await input(start.mask) }) };
}

/** The file, and the vendor's id, of what a row waited for. */
async function parentOf(
  { db, media }: DeskContext,
  row: Row,
): Promise<{ path: string; vendorId: string | null }> {
  const [parent] = row.dependsOn
    ? await db
        .select({ vendorId: generation.vendorId, hash: footage.hash })
        .from(generation)
        .innerJoin(
          footage,
          and(eq(footage.workspaceId, generation.workspaceId), eq(footage.id, generation.footageId)),
        )
        .where(and(eq(generation.workspaceId, row.workspaceId), eq(generation.id, row.dependsOn)))
    : [];
  const path = parent && (await media.path(row.workspaceId, parent.hash));
  if (!parent || !path) throw new MissingParentError('what it starts from has no file');
  return { path, vendorId: parent.vendorId };
}

async function readMedia(
  media: DeskContext['media'],
  workspaceId: string,
  hash: Sha256,
): Promise<Uint8Array> {
  const path = await media.path(workspaceId, hash);
  if (!path) throw new MissingStillError(hash);
  return readFile(path);
}

function pngInput(png: Uint8Array): AskInput {
  const hash = createHash('sha256').update(png).digest('hex');
  return { hash, type: 'image/png', bytes: async () => png };
}
