import { Icon } from '../parts/icon.tsx';
import classes from './direction-offer.module.css';

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
