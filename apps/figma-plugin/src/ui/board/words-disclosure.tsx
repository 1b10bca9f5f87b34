import type { Caption } from '@animatic/schema';
import { useState } from 'preact/hooks';
import { Icon } from '../parts/icon.tsx';
import { TextField } from '../parts/text-field.tsx';
import classes from './words-disclosure.module.css';

interface WordsDisclosureProps {
  name: string;
  caption: Caption;
  onChange: (caption: Partial<Caption>, tag: string) => void;
}

/** The words that viewers get: closed until wanted, so that direction stays the one thing to write. */
export function WordsDisclosure({ name, caption, onChange }: WordsDisclosureProps) {
  // Sixty cards of them would hold the first picture up: they are made once they are wanted.
  const [opened, setOpened] = useState(false);
  return (
    <details class={classes.words} onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary class={classes.summary}>
        <Icon name="chevron" />
        Line, title
        {caption.line && <span class={classes.line}>{caption.line}</span>}
      </summary>
      {opened && (
        <div class={classes.fields}>
          <span aria-hidden="true">Line</span>
          <TextField
            label={`Line for ${name}`}
            value={caption.line}
            maxLength={500}
            placeholder="Shown to viewers, under the clip"
            onInput={(line) => onChange({ line }, 'line')}
          />
          <span aria-hidden="true">Title</span>
          <TextField
            label={`Title for ${name}`}
            value={caption.title}
            maxLength={300}
            placeholder={name}
            onInput={(title) => onChange({ title }, 'title')}
          />
        </div>
      )}
    </details>
  );
}
