import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forWorkspace } from '@animatic/db';
import { type FreshDatabase, freshDatabase, makeBoard, makeWorkspace } from '@animatic/db/testing';
import { diskStore, type MediaStore } from '@animatic/media';
import type { Render, RenderOutputs, StoryboardInput } from '@animatic/schema';
import { openQueue, type Queue } from '../queue.ts';

/** A database, a store and a workspace to render in, without an API. */
export interface BenchTop {
  database: FreshDatabase;
  queue: Queue;
  media: MediaStore;
  dataDir: string;
  workspaceId: string;
  /** Puts stills and a board in, and asks for its render. */
  render(options?: {
    shots?: number;
    board?: Partial<StoryboardInput>;
    storyboardId?: string;
    /** This board's stills instead of the usual ones. */
    picture?: (number: number) => Uint8Array;
    outputs?: RenderOutputs;
  }): Promise<Render>;
  read(renderId: string): Promise<Render>;
  close(): Promise<void>;
}

export interface BenchTopOptions {
  /** A still's bytes; words that no decoder takes without it. */
  draw?: (number: number) => Uint8Array;
  width?: number;
  height?: number;
}

/** @example const bench = await benchTop(inject('databaseUrl')); const { id } = await bench.render(); */
export async function benchTop(serverUrl: string, options: BenchTopOptions = {}): Promise<BenchTop> {
  const database = await freshDatabase(serverUrl);
  const dataDir = await mkdtemp(join(tmpdir(), 'animatic-worker-'));
  const media = diskStore(join(dataDir, 'media'));
  const queue = await openQueue(database.url);
  const { workspaceId } = await makeWorkspace(database.db);
  const queries = forWorkspace(database.db, workspaceId);
  const read = async (id: string) => {
    const found = await queries.renders.get(id);
    if (!found) throw new Error(`no render ${id}`);
    return found;
  };
  const draw = options.draw ?? ((number: number) => new TextEncoder().encode(`still ${number}`));
  const { width = 64, height = 36 } = options;
  let made = 0;
  return {
    database,
    queue,
    media,
    dataDir,
    workspaceId,
    async render({ shots = 2, board, storyboardId, picture = draw, outputs } = {}) {
      let id = storyboardId;
      if (!id) {
        const stills = [];
        for (let n = 0; n < shots; n++) {
          const bytes = picture(made++);
          const { hash } = await media.put(
            workspaceId,
            (async function* () {
              yield bytes;
            })(),
          );
          const still = { hash, type: 'image/png' as const, width, height, bytes: bytes.length };
          await queries.stills.insert(still);
          stills.push(still);
        }
        id = (await queries.storyboards.create({ document: makeBoard(stills, board) })).id;
      }
      const { render } = await queries.renders.create({
        storyboardId: id,
        ...(outputs && { outputs }),
        enqueue: (tx, renderId) => queue.enqueue(tx, renderId),
      });
      return render;
    },
    read,
    async close() {
      await queue.stop();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
