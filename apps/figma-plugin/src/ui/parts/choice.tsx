import classes from './choice.module.css';

interface ChoiceProps {
  name: string;
  value: string;
  chosen: string | null;
  onChoose: (value: string) => void;
  title: string;
  detail: string;
}

/** One of two or three ways, as a radio button with its consequence under it. */
export function Choice({ name, value, chosen, onChoose, title, detail }: ChoiceProps) {
  return (
    <label class={classes.choice}>
      <input
        class={classes.radio}
        type="radio"
        name={name}
        value={value}
        aria-label={title}
        checked={chosen === value}
        onChange={() => onChoose(value)}
      />
      <span class={classes.words}>
        <span class={classes.title}>{title}</span>
        <span class={classes.detail}>{detail}</span>
      </span>
    </label>
  );
}
