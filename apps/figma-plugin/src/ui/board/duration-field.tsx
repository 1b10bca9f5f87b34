import { useState } from 'preact/hooks';
import fields from '../parts/field.module.css';
import { seconds } from '../parts/units.ts';

interface DurationFieldProps {
  title: string;
  /** Seconds now, chosen or directed. */
  value: number;
  /** True where the designer chose it. */
  chosen: boolean;
  onChange: (value: number | null) => void;
}

const MIN = 0.5;
const MAX = 60;

/** Seconds of a shot: typed, or stepped with the arrow keys; emptied, the director decides again. */
export function DurationField({ title, value, chosen, onChange }: DurationFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const set = (next: number) => onChange(Math.min(MAX, Math.max(MIN, Math.round(next * 10) / 10)));
  const finish = () => {
    if (typed === null) return;
    setTyped(null);
    const number = Number.parseFloat(typed.replace(',', '.'));
    if (typed.trim() === '') onChange(null);
    else if (Number.isFinite(number)) set(number);
  };
  return (
    <input
      type="text"
      inputMode="decimal"
      aria-label={`Duration of ${title}`}
      title={chosen ? 'Seconds. Empty it to let the direction decide' : 'Seconds, by the direction'}
      class={`${fields.field} ${fields.number} ${chosen ? '' : fields.quiet}`}
      value={typed ?? seconds(value)}
      onFocus={(event) => event.currentTarget.select()}
      onInput={(event) => setTyped(event.currentTarget.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        const step = event.shiftKey ? 1 : 0.1;
        if (event.key === 'Enter') finish();
        else if (event.key === 'Escape') {
          setTyped(null);
          event.currentTarget.blur();
        } else if (!event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
          event.preventDefault();
          setTyped(null);
          set(value + (event.key === 'ArrowUp' ? step : -step));
        }
      }}
    />
  );
}
