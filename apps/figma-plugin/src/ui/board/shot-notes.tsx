import type { Reading } from '../derive/reading.ts';
import { Icon } from '../parts/icon.tsx';
import classes from './shot-notes.module.css';

/** What the director made of the words, and what it could make nothing of. */
export function MotionSummary({ reading }: { reading: Reading | null }) {
  if (!reading) return null;
  return (
    <ul class={classes.chips} aria-label="Motion">
      {reading.chips.map(({ id, label }) => (
        <li key={id} class={classes.chip}>
          <Icon name="spark" size={12} />
          {label}
        </li>
      ))}
      {reading.notes.map(({ text }) => (
        <li key={text} class={`${classes.chip} ${classes.missed}`}>
          <Icon name="warning" size={12} />
          {text}
        </li>
      ))}
    </ul>
  );
}

interface DirectionOfferRowProps {
  source: 'annotation' | 'note';
  text: string;
  onAccept: () => void;
}

/** Words found beside the frame: they direct only once the designer says so. */
export function DirectionOfferRow({ source, text, onAccept }: DirectionOfferRowProps) {
  return (
    <div class={classes.offer}>
      <Icon name="note" />
      <span class={classes.words} title={text}>
        <span class={classes.source}>{source === 'annotation' ? 'Annotation' : 'Note'}</span> {text}
      </span>
      <button
        type="button"
        class={classes.accept}
        onClick={onAccept}
        aria-label={`Use as direction: ${text}`}
      >
        Use as direction
      </button>
    </div>
  );
}
