import { createHash } from 'node:crypto';
import { forWorkspace, type GenerationRow } from '@animatic/db';
import { makeBoard, makeWorkspace } from '@animatic/db/testing';
import type { Db } from './db.ts';

const digest = (...parts: unknown[]) => createHash('sha256').update(JSON.stringify(parts)).digest('hex');

/** What one generation of the run asks: every seventh asks the same as the one before it, as another take. */
export function askOf(number: number): GenerationRow {
  const listed = number % 4 !== 3;
  const again = number % 7 === 6 && listed;
  const prompt = `Take ${again ? number - 1 : number} of a run of faults: a paper boat crosses a puddle`;
  const [model, provider] = listed || again ? ['listed', 'with-list'] : ['unlisted', 'without-list'];
  const take = again ? 1 : 0;
  const intent = {
    prompt,
    start: { kind: 'words' as const },
    size: { width: 640, height: 360 },
    seconds: 2,
    sound: false,
    transparent: false,
    characters: [],
  };
  return {
    provider,
    engine: 'videos',
    model,
    kind: 'video',
    intent,
    fingerprint: digest(provider, model, intent, take, number),
    askKey: digest(provider, model, prompt),
    variation: 0,
    take,
    estimatedCost: 0.2,
  };
}

/** Asks for renders of a few shots each, of several workspaces, a shot a generation. */
export async function openAsker(db: Db, enqueue: (tx: unknown, id: string) => Promise<void>) {
  const studios = await Promise.all(
    Array.from({ length: 5 }, async () => forWorkspace(db, (await makeWorkspace(db)).workspaceId)),
  );
  let asked = 0;
  return {
    asked: () => asked,
    async ask(shots: number): Promise<void> {
      const rows = Array.from({ length: shots }, (_, index) => askOf(asked + index));
      const studio = studios[asked % studios.length];
      asked += shots;
      if (!studio) return;
      const document = makeBoard([], {
        shots: rows.map((row, index) => ({
          id: `shot-${index + 1}`,
          source: { node: `1:${index + 1}`, name: `Shot ${index + 1}` },
          size: row.intent.size,
          caption: { direction: row.intent.prompt },
          duration: 2,
          engine: 'videos' as const,
          generation: { model: row.model, from: { kind: 'words' as const }, seconds: 2 },
        })),
      });
      const board = await studio.storyboards.create({ document });
      const asks = new Map(rows.map((row, index) => [`shot-${index + 1}`, [row]]));
      await studio.renders.create({ storyboardId: board.id, asks, enqueue });
    },
  };
}
