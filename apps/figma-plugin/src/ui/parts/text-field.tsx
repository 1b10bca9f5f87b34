import classes from './field.module.css';

interface TextFieldProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  placeholder?: string;
  maxLength?: number;
  disabled?: boolean;
}

/** One line of text. */
export function TextField({ label, value, onInput, placeholder, maxLength, disabled }: TextFieldProps) {
  return (
    <input
      aria-label={label}
      class={classes.field}
      type="text"
      value={value}
      placeholder={placeholder}
      maxLength={maxLength}
      disabled={disabled}
      onInput={(event) => onInput(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.currentTarget.blur();
      }}
    />
  );
}
