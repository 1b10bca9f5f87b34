import { useEffect, useState } from 'preact/hooks';
import { frameOf } from '../store/state.ts';
import { useSelect, useStore } from '../store/store.ts';
import { findNode, placeOf } from './hit.ts';
import classes from './layer-ring.module.css';
import type { Playback } from './playback.ts';

/** A ring around the layer that a word is about, or that the pointer would put into the words. */
export function LayerRing({ playback }: { playback: Playback }) {
  const store = useStore();
  const pointed = useSelect((state) => state.pointed);
  const [, redraw] = useState(0);
  useEffect(() => {
    if (!pointed) return;
    return playback.subscribe(() => redraw((count) => count + 1));
  }, [playback, pointed]);
  if (!pointed) return null;
  const { history, frames } = store.get();
  const shot = history.present.shots.find(({ id }) => id === pointed.shot);
  const outline = shot && !shot.scene && frameOf(frames, shot)?.description?.outline;
  const node = outline && findNode(outline.children, pointed.node);
  const place = playback.places().find((each) => each.shot.id === pointed.shot);
  if (!node || !place) return null;
  const { x, y, width, height } = placeOf(place, node.box);
  const percent = (share: number) => `${share * 100}%`;
  return (
    <div
      class={classes.ring}
      style={{ left: percent(x), top: percent(y), width: percent(width), height: percent(height) }}
    >
      <span class={`${classes.name} ${y < 0.12 ? classes.under : ''}`}>{node.name}</span>
    </div>
  );
}
