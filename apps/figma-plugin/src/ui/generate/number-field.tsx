import { useState } from 'preact/hooks';
import fields from '../parts/field.module.css';

interface NumberFieldProps {
  label: string;
  value: number | undefined;
  min: number;
  max: number;
  whole?: boolean;
  unit?: string;
  placeholder?: string;
  /** Undefined: emptied. */
  onChange: (value: number | undefined) => void;
}

/** A number that is typed, or stepped with the arrow keys; what lies outside is brought to the nearest that may be. */
export function NumberField({
  label,
  value,
  min,
  max,
  whole,
  unit,
  placeholder,
  onChange,
}: NumberFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const steps = whole ? 1 : 10;
  const set = (next: number) => onChange(Math.min(max, Math.max(min, Math.round(next * steps) / steps)));
  const finish = () => {
    if (typed === null) return;
    setTyped(null);
    const number = Number.parseFloat(typed.replace(',', '.'));
    if (typed.trim() === '') onChange(undefined);
    else if (Number.isFinite(number)) set(number);
  };
  const shown = value === undefined ? '' : `${value}${unit ? ` ${unit}` : ''}`;
  return (
    <input
      type="text"
      inputMode="decimal"
      aria-label={label}
      class={fields.field}
      value={typed ?? shown}
      placeholder={placeholder}
      onFocus={(event) => event.currentTarget.select()}
      onInput={(event) => setTyped(event.currentTarget.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key === 'Enter') finish();
        else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
          event.preventDefault();
          setTyped(null);
          set((value ?? min) + (event.key === 'ArrowUp' ? 1 : -1) * (whole ? 1 : event.shiftKey ? 1 : 0.1));
        }
      }}
    />
  );
}
