import type { Generation } from '@animatic/schema';
import { useRef } from 'preact/hooks';
import { Icon } from '../parts/icon.tsx';
import { useSelect } from '../store/store.ts';
import { isWorking } from './shot-state.ts';
import classes from './take-tile.module.css';

interface TakeTileProps {
  label: string;
  generation: Generation | undefined;
  chosen: boolean;
  words: string;
  title?: string;
  onChoose: () => void;
}

/** One take: its clip playing, else its poster, else how far it is. */
export function TakeTile({ label, generation, chosen, words, title, onChoose }: TakeTileProps) {
  const view = useSelect((state) => (generation ? state.footage[generation.id] : undefined));
  const video = useRef<HTMLVideoElement>(null);
  const done = generation?.state === 'done';
  const calm = typeof matchMedia === 'function' && matchMedia('(prefers-reduced-motion: reduce)').matches;
  const result = generation?.result;
  return (
    <button
      type="button"
      class={`${classes.tile} ${chosen ? classes.chosen : ''}`}
      aria-pressed={chosen}
      aria-label={label}
      title={title}
      disabled={!done}
      onClick={onChoose}
      onPointerEnter={() => void video.current?.play().catch(() => undefined)}
    >
      <span
        class={classes.picture}
        style={{ aspectRatio: result ? `${result.width} / ${result.height}` : '16 / 9' }}
      >
        {done && view?.clip ? (
          <video
            ref={video}
            src={view.clip}
            poster={view.poster ?? undefined}
            muted
            loop
            playsInline
            autoPlay={!calm}
          />
        ) : view?.poster ? (
          <img src={view.poster} alt="" draggable={false} />
        ) : (
          <span class={classes.empty}>
            {generation && isWorking(generation)
              ? `${Math.round(generation.progress * 100)} %`
              : generation?.state === 'failed'
                ? 'Failed'
                : generation?.state === 'needs_review'
                  ? '?'
                  : ''}
          </span>
        )}
        {chosen && (
          <span class={classes.mark}>
            <Icon name="check" size={12} />
          </span>
        )}
      </span>
      {words && <span class={classes.words}>{words}</span>}
    </button>
  );
}
