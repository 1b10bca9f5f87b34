import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import classes from './select.module.css';

export interface SelectOption {
  value: string;
  text: string;
}
export interface SelectGroup {
  label: string;
  options: SelectOption[];
}

interface SelectProps {
  label: string;
  value: string;
  options: (SelectOption | SelectGroup)[];
  onChange: (value: string) => void;
  /** Shown instead of the chosen option's text. */
  face?: ComponentChildren;
  /** A rounded chip instead of a field. */
  chip?: boolean;
  /** As wide as its place. */
  wide?: boolean;
  disabled?: boolean;
}

/** The browser's own select in Figma's clothes: its keyboard and its name for screen readers come with it. */
export function Select({ label, value, options, onChange, face, chip, wide, disabled }: SelectProps) {
  const flat = options.flatMap((option) => ('options' in option ? option.options : [option]));
  return (
    <span class={`${classes.select} ${chip ? classes.chip : ''} ${wide ? classes.wide : ''}`} title={label}>
      <span class={classes.face} aria-hidden="true">
        {face ?? flat.find((option) => option.value === value)?.text}
      </span>
      <span class={classes.chevron}>
        <Icon name="down" />
      </span>
      <select
        aria-label={label}
        class={classes.control}
        disabled={disabled}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {options.map((option) =>
          'options' in option ? (
            <optgroup key={option.label} label={option.label}>
              {option.options.map(toOption)}
            </optgroup>
          ) : (
            toOption(option)
          ),
        )}
      </select>
    </span>
  );
}

const toOption = ({ value, text }: SelectOption) => (
  <option key={value} value={value}>
    {text}
  </option>
);
