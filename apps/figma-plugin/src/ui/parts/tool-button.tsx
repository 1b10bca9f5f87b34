import { Icon, type IconName } from './icon.tsx';
import classes from './menu.module.css';

interface ToolButtonProps {
  label: string;
  icon: IconName;
  onClick: () => void;
  disabled?: boolean;
}

/** A 24 px icon button. */
export function ToolButton({ label, icon, onClick, disabled }: ToolButtonProps) {
  return (
    <button
      type="button"
      class={classes.button}
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
