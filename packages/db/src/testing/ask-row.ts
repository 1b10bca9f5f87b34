import { createHash, randomUUID } from 'node:crypto';
import type { GenerationRow } from '../queries/generation-row.ts';

/** What a shot asks a model, one that nobody asked before unless it is given the words of another. */
export function askRow(more: Partial<GenerationRow> & { prompt?: string } = {}): GenerationRow {
  const { prompt = randomUUID(), ...rest } = more;
  const digest = (...parts: unknown[]) => createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return {
    provider: 'somebody',
    engine: 'videos',
    model: 'a-model',
    kind: 'video',
    intent: {
      prompt,
      start: { kind: 'words' },
      size: { width: 1280, height: 720 },
      seconds: 4,
      sound: false,
      transparent: false,
      characters: [],
    },
    fingerprint: digest(prompt, more.variation ?? 0, more.take ?? 0),
    askKey: digest(prompt),
    variation: 0,
    take: 0,
    estimatedCost: 1,
    ...rest,
  };
}
