import type { Chip } from '@animatic/director';
import { type Motion, motionSchema } from '@animatic/schema';
import type { FrameDescription, StoredShot } from '../../protocol/index.ts';
import { findNode } from '../player/hit.ts';
import type { Reading } from './reading.ts';

const ID = 'directed:';

/**
 * What a language model directed, as a reading: a chip for each of its parts, which can be taken out. Null where it was
 * directed for other words.
 */
export function directedReading(
  { directed, caption, chips: edits }: Pick<StoredShot, 'directed' | 'caption' | 'chips'>,
  frame: Pick<FrameDescription, 'outline'>,
): Pick<Reading, 'motion' | 'duration' | 'chips' | 'notes'> | null {
  if (!directed || directed.words.trim() !== caption.direction.trim()) return null;
  const read = motionSchema.safeParse(directed.motion);
  if (!read.success) return null;
  const removed = new Set(edits.flatMap(({ id, removed: out }) => (out ? [id] : [])));
  const kept: Motion = { camera: [], layers: [], overlays: [], scroll: [] };
  const chips: Chip[] = [];
  const part = <T>(
    kind: Chip['kind'],
    place: keyof Motion,
    entries: readonly T[],
    label: (entry: T) => string,
  ) =>
    entries.flatMap((entry, index) => {
      const id = `${ID}${place}:${index}`;
      const out = removed.has(id);
      const words = { from: 0, to: 0 };
      chips.push({ id, kind, words, label: label(entry), options: [], state: out ? 'removed' : 'edited' });
      return out ? [] : [entry];
    });
  const { camera, layers, overlays, scroll } = read.data;
  kept.camera = part('camera', 'camera', camera, ({ move }) => said(move));
  kept.layers = part('layers', 'layers', layers, ({ effect, layers: ids }) => {
    const [only] = ids;
    const name = ids.length === 1 && only && findNode(frame.outline.children, only)?.name;
    return `${said(effect)} · ${name || `${ids.length} layers`}`;
  });
  kept.overlays = part('overlay', 'overlays', overlays, ({ effect }) => said(effect));
  kept.scroll = part('scroll', 'scroll', scroll, () => 'Scroll');
  return { motion: kept, duration: directed.duration, chips, notes: [] };
}

/** True for what a language model directed, rather than the rules. */
export const isDirected = (chip: Pick<Chip, 'id'>): boolean => chip.id.startsWith(ID);

/** `push-in` as `Push in`. */
function said(name: string): string {
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
