import { useEffect, useMemo } from 'preact/hooks';
import type { StoredShot } from '../../protocol/index.ts';
import { type Asked, type CannotAsk, currentTakes } from '../derive/shot-generation.ts';
import { Icon } from '../parts/icon.tsx';
import { useSelect } from '../store/store.ts';
import classes from './shot-thumb.module.css';

interface ShotThumbProps {
  shot: StoredShot;
  asked: Asked | CannotAsk | null;
  /** The frame's own, a blob URL. */
  thumbnail: string | null | undefined;
}

/** What a card shows of its shot: its footage once it is made, its scene, its frame; a sign where there are words alone. */
export function ShotThumb({ shot, asked, thumbnail }: ShotThumbProps) {
  const scene = useSelect((state) => (shot.scene ? state.scenes[shot.scene.still] : undefined));
  const take =
    asked && 'generation' in asked
      ? currentTakes(shot, asked.inputs).find(({ variation }) => variation === shot.ask?.chosen)
      : undefined;
  const poster = useSelect((state) => (take ? state.footage[take.generation]?.poster : null));
  const sceneUrl = useMemo(() => (scene ? URL.createObjectURL(scene) : null), [scene]);
  useEffect(() => () => (sceneUrl ? URL.revokeObjectURL(sceneUrl) : undefined), [sceneUrl]);
  const url = poster ?? sceneUrl ?? (shot.scene ? null : thumbnail);
  if (url) return <img src={url} alt="" draggable={false} />;
  if (shot.frame === null)
    return (
      <span class={classes.words}>
        <Icon name="words" />
      </span>
    );
  return <span class={classes.waiting} />;
}
