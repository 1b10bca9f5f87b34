import { type Format, type Mood, moods, type Size } from '@animatic/schema';
import { Icon } from '../parts/icon.tsx';
import { Popover } from '../parts/popover.tsx';
import { Segments } from '../parts/segments.tsx';
import { useSelect, useStore } from '../store/store.ts';
import classes from './format-bar.module.css';
import { FormatSheet, resolutionWords } from './format-sheet.tsx';

const moodWords: Record<Mood, [text: string, title: string]> = {
  calm: ['Calm', 'Calm: slower, with longer rests'],
  crisp: ['Crisp', 'Crisp: quick and to the point'],
  playful: ['Playful', 'Playful: springs and a little overshoot'],
};

/** The clip's format behind one button, and the one dial for how it moves. */
export function FormatBar({ size }: { size: Size }) {
  const store = useStore();
  const format = useSelect((state) => state.history.present.format);
  const mood = useSelect((state) => state.history.present.mood);
  const loop = useSelect((state) => state.history.present.loop);
  return (
    <section class={classes.bar} aria-label="Clip">
      <Popover
        label={`Format: ${formatWords(format)}`}
        title="Format, loop and lines"
        class={classes.format}
        face={
          <>
            <span class={classes.words}>{formatWords(format)}</span>
            {loop && <Icon name="loop" />}
            <Icon name="down" />
          </>
        }
      >
        {() => <FormatSheet size={size} />}
      </Popover>
      <Segments
        label="How the clip moves"
        value={mood}
        options={moods.map((value) => ({ value, text: moodWords[value][0], title: moodWords[value][1] }))}
        onChange={(value) =>
          store.dispatch({ type: 'change-clip', change: { mood: value }, at: performance.now() })
        }
      />
    </section>
  );
}

function formatWords({ aspect, resolution, fps }: Format): string {
  const shape = aspect === 'frame' ? 'As the frame' : aspect;
  return `${shape} · ${resolutionWords(resolution)} · ${fps} fps`;
}
