import { createPlayer } from '@animatic/motion/browser';
import type { Shot, Size } from '@animatic/schema';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { StoredShot, Variant } from '../../protocol/index.ts';
import { readAlternatives } from '../derive/read-alternatives.ts';
import type { Reading } from '../derive/reading.ts';
import { frameOf } from '../store/state.ts';
import { useSelect, useStore } from '../store/store.ts';
import classes from './alternatives-sheet.module.css';
import { type AlternativesSource, useAlternativesSource } from './alternatives-source.ts';

interface AlternativesSheetProps {
  shot: StoredShot;
  index: number;
  onChoose: (variant: Variant) => void;
  onClose: () => void;
}

const variants = [1, 2, 3] as const;

/** Three other readings of a shot, moving side by side; one press takes one of them. */
export function AlternativesSheet({ shot, index, onChoose, onClose }: AlternativesSheetProps) {
  const store = useStore();
  const source = useAlternativesSource();
  const frame = useSelect((state) => frameOf(state.frames, shot)?.description ?? null);
  const { shots, mood } = useSelect((state) => state.history.present);
  const count = shots.length;
  const readings = useMemo(
    () => (frame ? readAlternatives({ shot, frame, index, count, mood }) : []),
    [shot, frame, index, count, mood],
  );
  // Layers that move in one of them only are captured while they are looked at.
  useEffect(() => {
    store.dispatch({ type: 'set', values: { exploring: shot.id } });
    return () => store.dispatch({ type: 'set', values: { exploring: null } });
  }, [store, shot.id]);
  const clip = useSelect(source.derive);
  const filmed = clip.shots[index];
  return (
    <div class={classes.sheet}>
      <div class={classes.head}>
        <p class={classes.title}>Another reading</p>
        {shot.variant !== 0 && (
          <button
            type="button"
            class={classes.plain}
            onClick={() => {
              onChoose(0);
              onClose();
            }}
          >
            Back to the plain one
          </button>
        )}
      </div>
      <div class={classes.tiles}>
        {variants.map((variant) => {
          const reading = readings[variant - 1];
          if (!reading) return null;
          const words = reading.chips
            .filter(({ state }) => state !== 'removed')
            .map(({ label }) => label)
            .join(', ');
          return (
            <button
              key={variant}
              type="button"
              class={`${classes.tile} ${shot.variant === variant ? classes.chosen : ''}`}
              aria-pressed={shot.variant === variant}
              aria-label={`Reading ${variant}: ${words || 'stands still'}`}
              title={words}
              onClick={() => {
                onChoose(variant);
                onClose();
              }}
            >
              {filmed && <Moving shot={filmed} reading={reading} size={clip.size} source={source} />}
              <span class={classes.words}>{words || 'Stands still'}</span>
            </button>
          );
        })}
      </div>
    </div>
  );
}

interface MovingProps {
  shot: Shot;
  reading: Reading;
  size: Size;
  source: AlternativesSource;
}

/** One shot as a reading has it, round and round. */
function Moving({ shot, reading, size, source }: MovingProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const { transition: _, ...alone } = shot;
    const scale = Math.min(1, (element.clientWidth * window.devicePixelRatio) / size.width);
    const player = createPlayer({
      canvas: element,
      shots: [{ ...alone, motion: reading.motion, duration: reading.duration }],
      size: {
        width: Math.max(2, Math.round(size.width * scale)),
        height: Math.max(2, Math.round(size.height * scale)),
      },
      bitmapOf: source.bitmapOf,
      repeat: true,
      // A picture that cannot be had leaves its tile empty; the card says why.
      onError: () => undefined,
    });
    if (source.calm) player.seek(player.rests[0] ?? 0);
    else player.play();
    return () => player.dispose();
  }, [shot, reading, size, source]);
  return <canvas ref={canvas} class={classes.picture} style={{ aspectRatio: size.width / size.height }} />;
}
