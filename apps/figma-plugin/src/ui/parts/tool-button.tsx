import { Icon, type IconName } from './icon.tsx';
import classes from './menu.module.css';

interface ToolButtonProps {
  label: string;
  icon: IconName;
  onClick: () => void;
  /** The key that does the same. */
  keys?: string;
  disabled?: boolean | undefined;
}

/** A 24 px icon button. */
export function ToolButton({ label, icon, onClick, keys, disabled }: ToolButtonProps) {
  return (
    <button
      type="button"
      class={classes.button}
      aria-label={label}
      title={keys ? `${label} (${keys})` : label}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
