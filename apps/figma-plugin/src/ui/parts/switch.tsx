import classes from './switch.module.css';

interface SwitchProps {
  label: string;
  /** What it does, under its name. */
  detail?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
}

/** A row with a switch at its end. */
export function Switch({ label, detail, checked, onChange, disabled }: SwitchProps) {
  return (
    <label class={classes.row}>
      <span class={classes.words}>
        {label}
        {detail && <span class={classes.detail}>{detail}</span>}
      </span>
      <input
        class={classes.switch}
        type="checkbox"
        role="switch"
        aria-label={label}
        aria-checked={checked}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </label>
  );
}
