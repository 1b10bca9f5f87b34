import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import classes from './segments.module.css';

interface SegmentsProps<T extends string> {
  label: string;
  value: T;
  options: readonly { value: T; text: string; face?: ComponentChildren; title?: string }[];
  onChange: (value: T) => void;
  disabled?: boolean;
  /** The options share the whole width. */
  wide?: boolean;
}

/** A few ways side by side, of which one holds: radio buttons with their keyboard. */
export function Segments<T extends string>({
  label,
  value,
  options,
  onChange,
  disabled,
  wide,
}: SegmentsProps<T>) {
  const name = useId();
  return (
    <fieldset
      class={`${classes.segments} ${wide ? classes.wide : ''}`}
      aria-label={label}
      title={label}
      disabled={disabled}
    >
      {options.map((option) => (
        <label key={option.value} class={classes.segment} title={option.title}>
          <input
            class={classes.radio}
            type="radio"
            name={name}
            aria-label={option.text}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span class={classes.face}>{option.face ?? option.text}</span>
        </label>
      ))}
    </fieldset>
  );
}
