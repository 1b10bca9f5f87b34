import classes from './progress.module.css';

interface ProgressProps {
  label: string;
  /** 0 to 1; null where nobody knows. */
  value: number | null;
}

/** A thin bar. */
export function Progress({ label, value }: ProgressProps) {
  const percent = value === null ? undefined : Math.round(value * 100);
  return (
    <div
      class={classes.track}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
    >
      <div
        class={`${classes.bar} ${value === null ? classes.unknown : ''}`}
        style={value === null ? undefined : { width: `${Math.max(2, value * 100)}%` }}
      />
    </div>
  );
}
