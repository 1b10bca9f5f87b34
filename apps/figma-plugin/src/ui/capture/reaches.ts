import { composeScene, layerTracks, reachOf } from '@animatic/motion';
import type { Clip, Layer, Motion, NodeId, Rect, Size } from '@animatic/schema';
import type { CaptureNode, CaptureOutline } from '../../protocol/frame.ts';
import { union } from './geometry.ts';

/** Where each layer that a motion moves comes by, its place included; frame pixels. */
export type Reaches = ReadonlyMap<NodeId, Rect>;

/** Where a clip's shape is not known, the two in which a frame is shown smallest: lengths reach furthest then. */
const VIEWS: readonly Size[] = [
  { width: 1920, height: 1080 },
  { width: 1080, height: 1920 },
];
/** A shot that leaves every move its time. */
const UNHURRIED = { incoming: 0, leaves: 3600 };

/**
 * Everywhere that the pixels of moving layers come, as the motion engine moves them.
 *
 * @param view the clip's size
 */
export function reachesOf(motion: Pick<Motion, 'layers'>, outline: CaptureOutline, view?: Size): Reaches {
  const wanted = new Set(motion.layers.flatMap(({ layers }) => layers));
  const { size } = outline;
  const shot = { size, layers: wanted.size > 0 ? standIns(outline, [], wanted) : [], motion };
  const reaches = new Map<NodeId, Rect>();
  for (const each of view ? [view] : VIEWS) {
    const scene = composeScene({ size, still: { ...size, tiles: [] } }, each);
    for (const track of layerTracks(shot, scene, UNHURRIED)) {
      const reach = reachOf(track);
      const known = reaches.get(track.layer);
      if (reach) reaches.set(track.layer, known ? union(known, reach) : reach);
    }
  }
  return reaches;
}

/** Nodes as the engine's layers, with nothing painted in them. */
function standIns(node: CaptureNode, clips: readonly Clip[], wanted: ReadonlySet<NodeId>): Layer[] {
  const inner = node.clip ? [...clips, { box: node.box, corners: node.clip }] : [...clips];
  return node.children.flatMap((child): Layer[] => {
    const { id, name, kind, box, bounds } = child;
    const own: Layer[] = wanted.has(id)
      ? [
          {
            id,
            name,
            kind,
            box,
            bounds,
            clips: inner,
            ground: { corners: [0, 0, 0, 0], fills: [], shadows: [] },
          },
        ]
      : [];
    return [...own, ...standIns(child, inner, wanted)];
  });
}
