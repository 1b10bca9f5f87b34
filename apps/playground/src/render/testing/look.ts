import { expect } from 'vitest';
import type { ExportOptions } from '../index.ts';
import type { RestDocument } from '../rest-node.ts';
import { type Bench, openBench } from './bench.ts';

/** A bench with the questions that tests ask of it. */
export interface Viewer extends Bench {
  open(document: RestDocument, images?: Record<string, string>): Promise<void>;
  /** Straight RGBA at places of a node's picture. */
  look(id: string, places: [number, number][], how?: Partial<ExportOptions>): Promise<number[][]>;
  picture(id: string, how?: Partial<ExportOptions>): Promise<{ width: number; height: number }>;
}

const png: ExportOptions = { format: 'PNG', scale: 1, contentsOnly: true, useAbsoluteBounds: false };

export async function openViewer(): Promise<Viewer> {
  const bench = await openBench();
  const { page } = bench;
  return {
    ...bench,
    open: (document, images = {}) =>
      page.evaluate(([d, i]) => window.bench.open(d, i), [document, images] as const),
    look: (id, places, how = {}) =>
      page.evaluate(([n, o, p]) => window.bench.pixels(n, o, p), [id, { ...png, ...how }, places] as const),
    picture: (id, how = {}) =>
      page.evaluate(([n, o]) => window.bench.picture(n, o), [id, { ...png, ...how }] as const),
  };
}

/** The largest difference between two colours' channels. */
export function apart(found: readonly number[] | undefined, expected: readonly number[]): number {
  return Math.max(...expected.map((v, i) => Math.abs(v - (found?.[i] ?? Number.POSITIVE_INFINITY))));
}

/** Expects a colour to be another one within `by` of 255 in every channel. */
export function near(found: number[] | undefined, expected: number[], by = 3): void {
  expect(apart(found, expected), `${found} should be near ${expected}`).toBeLessThanOrEqual(by);
}
