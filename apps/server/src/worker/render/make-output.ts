import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Db } from '@animatic/db';
import type { MediaStore, SoundClip } from '@animatic/media';
import type { TakeFileKind } from '@animatic/schema';
import type { BoardFootage } from '../footage/open-footage.ts';
import type { Studio } from '../studio.ts';
import { assemble } from './assemble.ts';
import { draw } from './draw.ts';
import type { PlannedFile, PlannedOutput } from './plan-outputs.ts';
import { findProduct, type Product, storeProduct } from './product.ts';
import type { PartProgress } from './progress-of-parts.ts';

export interface MakeContext {
  db: Db;
  media: MediaStore;
  studio: Studio;
  workspaceId: string;
  /** Of this attempt alone; there already. */
  folder: string;
  readStill(hash: string): Promise<Uint8Array>;
  /** What models made for the board. */
  made: BoardFootage;
  signal: AbortSignal;
  /** Gives the next part's reporter. */
  nextPart(): (progress: PartProgress) => void;
  /** Said after a stage where there are several takes. */
  which: string;
}

/** A file of a take: one that could not be made has no hash, and says why. */
export interface TakeFileMade {
  kind: TakeFileKind;
  hash: string | null;
  bytes: number;
  type: string;
  note: string | null;
}

/** Everything that a take will name, in the store. */
export interface MadeOutput {
  planned: PlannedOutput;
  clip: Product;
  poster: Product;
  files: TakeFileMade[];
}

/**
 * Makes one take's files, one after the other, or finds them where they were made before. Only what is whole and in the
 * store is written down.
 */
export async function makeOutput(planned: PlannedOutput, context: MakeContext): Promise<MadeOutput> {
  const clip = await makeClip(planned, context);
  const poster = await makePoster(planned, context);
  const files: TakeFileMade[] = [];
  for (const file of planned.files) files.push(...(await makeFile(planned, file, context)));
  return { planned, clip, poster, files };
}

async function makeClip({ plan }: PlannedOutput, context: MakeContext): Promise<Product> {
  const { db, media, studio, workspaceId, folder, readStill, signal, which } = context;
  const report = context.nextPart();
  const found = await findProduct(db, media, workspaceId, plan.fingerprint);
  if (found) return found;
  const path = join(folder, 'clip.mp4');
  const { width, height, fps } = plan;
  const onProgress = (progress: PartProgress) => report({ ...progress, stage: progress.stage + which });
  await studio.encode(assemble(plan, { studio, readStill, signal, onProgress }), {
    path,
    width,
    height,
    fps,
    sounds: soundsOf(plan, context),
    signal,
  });
  signal.throwIfAborted();
  const made = await storeProduct(
    context,
    workspaceId,
    plan.fingerprint,
    { source: path, type: 'video/mp4' },
    plan,
  );
  await rm(path, { force: true });
  return made;
}

async function makePoster(output: PlannedOutput, context: MakeContext): Promise<Product> {
  const { db, media, studio, workspaceId, readStill, signal, which } = context;
  const { plan, posterFingerprint, storyboard } = output;
  const report = context.nextPart();
  const found = await findProduct(db, media, workspaceId, posterFingerprint);
  if (found) return found;
  report({ share: 0, stage: `Finishing${which}` });
  const { width, height } = plan;
  const source = await studio.poster({
    storyboard,
    size: { width, height },
    readStill,
    footage: plan.input.footage,
    signal,
  });
  signal.throwIfAborted();
  const file = { source, type: 'image/png' };
  return storeProduct(context, workspaceId, posterFingerprint, file, { ...plan, frames: 1 });
}

const WORDS = { webm: 'the WebM', gif: 'the GIF', png: 'the PNG frames', sprites: 'the thumbnails' } as const;

async function makeFile(
  { plan, storyboard }: PlannedOutput,
  { kind, parts }: PlannedFile,
  context: MakeContext,
): Promise<TakeFileMade[]> {
  const { db, media, studio, workspaceId, folder, readStill, signal, which } = context;
  const report = context.nextPart();
  const found: TakeFileMade[] = [];
  for (const part of parts) {
    const product = await findProduct(db, media, workspaceId, part.fingerprint);
    if (product) found.push({ kind: part.kind, ...fileOf(product) });
  }
  if (found.length === parts.length) return found;
  const stage = `Making ${WORDS[kind]}${which}`;
  report({ share: 0, stage });
  const own = join(folder, kind);
  await mkdir(own, { recursive: true });
  const size = { width: plan.width, height: plan.height };
  const written = await studio.write({
    kind,
    folder: own,
    size,
    fps: plan.fps,
    seconds: plan.seconds,
    transparent: storyboard.format.ground === 'transparent',
    sounds: soundsOf(plan, context),
    open: (request) => draw(plan, { studio, readStill, signal, request }),
    signal,
    onProgress: (share) => report({ share, stage }),
  });
  signal.throwIfAborted();
  const made: TakeFileMade[] = [];
  for (const part of parts) {
    const file = written.find((one) => one.kind === part.kind);
    if (!file) throw new Error(`the studio wrote no ${part.kind}`);
    const { type, note, path } = file;
    if (path === null) made.push({ kind: part.kind, hash: null, bytes: 0, type, note });
    else {
      const source = { source: path, type, note };
      const product = await storeProduct(context, workspaceId, part.fingerprint, source, plan);
      made.push({ kind: part.kind, ...fileOf(product) });
    }
  }
  // A clip's PNG frames are large: they do not wait for the next take to be made.
  await rm(own, { recursive: true, force: true });
  return made;
}

/** What is heard, with the files that it comes from. */
function soundsOf({ sounds }: PlannedOutput['plan'], { made }: MakeContext): SoundClip[] {
  return sounds.map(({ hash, ...sound }) => ({ ...sound, path: made.pathOf(hash) }));
}

const fileOf = ({ hash, bytes, type, note }: Product) => ({ hash, bytes, type, note });
