import { useLayoutEffect, useRef } from 'preact/hooks';
import classes from './field.module.css';

interface AutosizeTextareaProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  placeholder?: string;
  maxLength?: number;
  disabled?: boolean;
  onFocus?: () => void;
}

const growsByItself = CSS.supports('field-sizing', 'content');

/** A text field that is as tall as its words. The kit's own selects everything on focus, which loses a long direction. */
export function AutosizeTextarea({
  label,
  value,
  onInput,
  placeholder,
  maxLength,
  disabled,
  onFocus,
}: AutosizeTextareaProps) {
  const ref = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const field = ref.current;
    // Measuring lays the whole panel out, once a card.
    if (!field || growsByItself) return;
    field.style.height = '0';
    field.style.height = `${field.scrollHeight + 2}px`;
  }, [value]);
  return (
    <textarea
      ref={ref}
      aria-label={label}
      class={`${classes.field} ${classes.area}`}
      rows={1}
      value={value}
      placeholder={placeholder}
      maxLength={maxLength}
      disabled={disabled}
      onFocus={onFocus}
      onInput={(event) => onInput(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.currentTarget.blur();
      }}
    />
  );
}
