import { useState } from 'preact/hooks';
import { TextField } from '../parts/text-field.tsx';

interface NamesFieldProps {
  label: string;
  value: readonly string[];
  most: number;
  onChange: (names: string[]) => void;
}

/** A few names with commas between them. */
export function NamesField({ label, value, most, onChange }: NamesFieldProps) {
  const [typed, setTyped] = useState(value.join(', '));
  return (
    <TextField
      label={label}
      value={typed}
      maxLength={800}
      placeholder="The model’s names, with commas"
      onInput={(text) => {
        setTyped(text);
        const names = text.split(',').map((name) => name.trim());
        onChange(names.filter((name) => name).slice(0, most));
      }}
    />
  );
}
