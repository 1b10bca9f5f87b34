import classes from './field.module.css';

interface TextAreaProps {
  label: string;
  value: string;
  rows: number;
  onInput: (value: string) => void;
  placeholder?: string;
  maxLength?: number;
}

/** A few lines of text. */
export function TextArea({ label, value, rows, onInput, placeholder, maxLength }: TextAreaProps) {
  return (
    <textarea
      aria-label={label}
      class={`${classes.field} ${classes.area}`}
      rows={rows}
      value={value}
      placeholder={placeholder}
      maxLength={maxLength}
      onInput={(event) => onInput(event.currentTarget.value)}
    />
  );
}
