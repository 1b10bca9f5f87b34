import type { Chip, ChipOption } from '@animatic/director';
import type { ChipEdit } from '../../protocol/index.ts';
import { Segments } from '../parts/segments.tsx';
import { Select } from '../parts/select.tsx';
import { removeChip, setOption, without } from './chip-edits.ts';
import classes from './chip-sheet.module.css';

/** Letters that fit side by side. */
const SIDE_BY_SIDE = 26;

interface ChipSheetProps {
  name: string;
  chip: Chip;
  edits: readonly ChipEdit[];
  onChange: (edits: ChipEdit[]) => void;
  onClose: () => void;
}

/** One thing that was understood, with everything that can be changed of it. */
export function ChipSheet({ name, chip, edits, onChange, onClose }: ChipSheetProps) {
  return (
    <div class={classes.sheet}>
      <p class={classes.title}>{chip.label}</p>
      {chip.options.map((option) => (
        <div key={option.name} class={classes.row}>
          <span aria-hidden="true">{option.label}</span>
          <Option
            option={option}
            label={`${option.label}, ${chip.label}, ${name}`}
            onChange={(value) => onChange(setOption(edits, chip, option.name, value))}
          />
        </div>
      ))}
      <div class={classes.foot}>
        <button
          type="button"
          class={classes.act}
          onClick={() => {
            onChange(removeChip(edits, chip));
            onClose();
          }}
        >
          Take out
        </button>
        {chip.state === 'edited' && chip.options.length > 0 && (
          <button type="button" class={classes.act} onClick={() => onChange(without(edits, chip))}>
            {chip.words.to > chip.words.from ? 'As the words say' : 'As suggested'}
          </button>
        )}
      </div>
    </div>
  );
}

interface OptionProps {
  option: ChipOption;
  label: string;
  onChange: (value: string) => void;
}

/** Two or three short values stand side by side; more of them open as a list. */
function Option({ option, label, onChange }: OptionProps) {
  const { value, values } = option;
  const letters = values.reduce((sum, each) => sum + each.label.length, 0);
  if (values.length <= 3 && letters <= SIDE_BY_SIDE)
    return (
      <Segments
        wide
        label={label}
        value={value}
        options={values.map((each) => ({ value: each.value, text: each.label }))}
        onChange={onChange}
      />
    );
  return (
    <Select
      wide
      label={label}
      value={value}
      options={values.map((each) => ({ value: each.value, text: each.label }))}
      onChange={onChange}
    />
  );
}
