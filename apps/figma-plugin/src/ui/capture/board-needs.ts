import type { Motion, NodeId } from '@animatic/schema';
import type { CaptureNode, CaptureOutline } from '../../protocol/frame.ts';
import { union } from './geometry.ts';
import { motionNeeds } from './needs.ts';
import { type SmartNeeds, type SmartSide, smartNeeds } from './smart-needs.ts';

/** One shot of a board, as far as its transitions ask for layers; without an outline nothing is known of it yet. */
export interface BoardShot {
  outline: CaptureOutline | null;
  motion: Pick<Motion, 'layers' | 'scroll'>;
  /** It passes into the next by a smart animate. */
  smart: boolean;
}

const ROUNDS = 3;

/**
 * What the smart animates of a board draw apart, shot by shot; null where none leads in or out.
 *
 * @param loop the last shot passes into the first
 */
export function boardNeeds(shots: readonly BoardShot[], loop = false): (SmartNeeds | null)[] {
  const passages = shots.flatMap(({ smart }, before): [number, number][] => {
    const after = before === shots.length - 1 ? (loop && shots.length > 1 ? 0 : -1) : before + 1;
    return smart && after >= 0 ? [[before, after]] : [];
  });
  const opened = shots.map(() => new Set<NodeId>());
  let needs: (SmartNeeds | null)[] = shots.map(() => null);
  for (let round = 0; round < ROUNDS; round++) {
    needs = shots.map(() => null);
    for (const [before, after] of passages) {
      const [a, b] = [sideOf(shots[before], opened[before]), sideOf(shots[after], opened[after])];
      if (!a || !b) continue;
      const found = known(a, b);
      needs[before] = joined(needs[before], found.before);
      needs[after] = joined(needs[after], found.after);
    }
    // What one passage opens, the next one must not take out whole.
    const grew = needs.map((each, index) => {
      const { outline } = shots[index] ?? {};
      const known = opened[index];
      return each && outline && known ? openIn(outline, each, known) : false;
    });
    if (!grew.includes(true)) break;
  }
  return needs;
}

type Both = ReturnType<typeof smartNeeds>;
const memory = new WeakMap<CaptureOutline, WeakMap<CaptureOutline, { key: string; needs: Both }>>();

/** A board is read anew at every key that is pressed; frames and what moves in them are mostly the same. */
function known(before: SmartSide, after: SmartSide): Both {
  const key = JSON.stringify([before, after].map(({ own, opened }) => [[...own], [...opened]]));
  const partners = memory.get(before.outline) ?? new WeakMap<CaptureOutline, { key: string; needs: Both }>();
  memory.set(before.outline, partners);
  const last = partners.get(after.outline);
  if (last?.key === key) return last.needs;
  const needs = smartNeeds(before, after);
  partners.set(after.outline, { key, needs });
  return needs;
}

function sideOf(shot: BoardShot | undefined, opened: ReadonlySet<NodeId> | undefined) {
  if (!shot?.outline) return null;
  const { outline } = shot;
  return { outline, own: new Set(motionNeeds(shot.motion, outline)), opened: opened ?? new Set<NodeId>() };
}

function joined(a: SmartNeeds | null | undefined, b: SmartNeeds): SmartNeeds {
  if (!a) return b;
  const reaches = new Map(a.reaches);
  for (const [id, reach] of b.reaches) {
    const known = reaches.get(id);
    reaches.set(id, known ? union(known, reach) : reach);
  }
  return {
    whole: [...new Set([...a.whole, ...b.whole])],
    grounds: new Set([...a.grounds, ...b.grounds]),
    reaches,
  };
}

/** Notes what is opened, and tells whether any of it is taken out whole, too. */
function openIn(outline: CaptureNode, { whole, grounds }: SmartNeeds, opened: Set<NodeId>): boolean {
  const wholes = new Set(whole);
  let clashes = false;
  const visit = (node: CaptureNode): boolean => {
    const inside = node.children.map(visit).includes(true);
    if (inside || (grounds.has(node.id) && node.children.length > 0)) {
      if (wholes.has(node.id) && !opened.has(node.id)) clashes = true;
      opened.add(node.id);
    }
    return inside || grounds.has(node.id) || wholes.has(node.id);
  };
  visit(outline);
  return clashes;
}
