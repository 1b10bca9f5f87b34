import type { Rect } from '@animatic/schema';
import type { NoteLooks } from '../frames/fingerprint.ts';
import { createHash } from '../frames/hash.ts';
import { round } from '../geometry.ts';
import { boxOf } from '../nodes.ts';

/** A node's looks, by their hash: its own alone, and with all that lies in it. */
export interface NodeLooks {
  own: string;
  all: string;
}

/** Collects every node's looks while the frame's fingerprint is made; where a node lies makes no difference. */
export function noteLooks(): { note: NoteLooks; done(): ReadonlyMap<string, NodeLooks> } {
  const noted: { id: string; parent: string | undefined; own: string; box: Rect | null; turn: string }[] = [];
  return {
    note(node, looks) {
      const own = createHash();
      own.add(node.type);
      own.add(`${round(node.width)}×${round(node.height)}`);
      for (const part of looks) own.add(part);
      noted.push({
        id: node.id,
        parent: node.parent?.id,
        own: own.digest(),
        box: boxOf(node),
        turn: turnOf(node),
      });
    },
    done() {
      const looks = new Map<string, NodeLooks>();
      const inside = new Map<string, string[]>();
      const boxes = new Map(noted.map(({ id, box }) => [id, box]));
      // Children come after their parents: from the end, every child is done before its parent.
      for (const { id, parent, own, box, turn } of [...noted].reverse()) {
        const all = createHash();
        for (const part of [own, ...(inside.get(id) ?? []).reverse()]) all.add(part);
        looks.set(id, { own, all: all.digest() });
        if (parent === undefined) continue;
        const around = boxes.get(parent);
        const place = box && around ? `${round(box.x - around.x)} ${round(box.y - around.y)}` : '';
        const known = inside.get(parent) ?? [];
        known.push(`${place} ${turn} ${looks.get(id)?.all}`);
        inside.set(parent, known);
      }
      return looks;
    },
  };
}

/** How a node is turned and flipped in its parent, and not where. */
function turnOf(node: SceneNode): string {
  if (!('relativeTransform' in node)) return '';
  const [[a, c], [b, d]] = node.relativeTransform;
  return [a, b, c, d].map(round).join(' ');
}
