import type { Chip, ChipKind, Note, Span } from '@animatic/director';
import type { ChipEdit } from '../../protocol/index.ts';
import { Icon, type IconName } from '../parts/icon.tsx';
import { Popover } from '../parts/popover.tsx';
import { restoreChip } from './chip-edits.ts';
import { ChipSheet } from './chip-sheet.tsx';
import classes from './shot-chips.module.css';

const icons: Record<ChipKind, IconName> = {
  camera: 'camera',
  layers: 'layers',
  overlay: 'pointer',
  scroll: 'scroll',
  time: 'clock',
  mood: 'spark',
};

interface ShotChipsProps {
  name: string;
  chips: readonly Chip[];
  edits: readonly ChipEdit[];
  onChange: (edits: ChipEdit[]) => void;
  /** The words that a chip came from, while the pointer or the focus is on it. */
  onPoint: (words: Span | null) => void;
}

/** What the director made of the words: each thing can be opened, changed and taken out. */
export function ShotChips({ name, chips, edits, onChange, onPoint }: ShotChipsProps) {
  return (
    <>
      {chips.map((chip) => (
        <span
          key={chip.id}
          class={classes.place}
          onPointerEnter={() => onPoint(chip.words)}
          onPointerLeave={() => onPoint(null)}
          onFocusCapture={() => onPoint(chip.words)}
          onBlurCapture={() => onPoint(null)}
        >
          {chip.state === 'removed' ? (
            <button
              type="button"
              class={`${classes.chip} ${classes.removed}`}
              aria-label={`Put back: ${chip.label}`}
              title={`Taken out. Press to put it back: ${chip.label}`}
              onClick={() => onChange(restoreChip(edits, chip))}
            >
              <ChipFace chip={chip} />
            </button>
          ) : (
            <Popover
              label={`Change: ${chip.label}`}
              title={
                {
                  edited: `${chip.label}: changed by hand`,
                  taste: `${chip.label}: chosen from the frame’s structure`,
                  read: chip.label,
                }[chip.state]
              }
              class={`${classes.chip} ${classes[chip.state]}`}
              face={<ChipFace chip={chip} />}
            >
              {(close) => (
                <ChipSheet name={name} chip={chip} edits={edits} onChange={onChange} onClose={close} />
              )}
            </Popover>
          )}
        </span>
      ))}
    </>
  );
}

function ChipFace({ chip }: { chip: Chip }) {
  return (
    <>
      <Icon name={icons[chip.kind]} size={12} />
      <span class={classes.label}>{chip.label}</span>
      {chip.state === 'edited' && <span class={classes.dot} />}
    </>
  );
}

/** What was not made into motion, and why; its words are marked in the field. */
export function ShotNotes({
  notes,
  onPoint,
}: {
  notes: readonly Note[];
  onPoint: (words: Span | null) => void;
}) {
  if (notes.length === 0) return null;
  return (
    <ul class={classes.notes} aria-label="Not made into motion">
      {notes.map((note) => (
        <li
          key={`${note.kind} ${note.words.from} ${note.text}`}
          class={note.kind === 'taste' ? classes.reason : classes.note}
          onPointerEnter={() => onPoint(note.words)}
          onPointerLeave={() => onPoint(null)}
        >
          <Icon name={note.kind === 'taste' ? 'info' : 'warning'} size={12} />
          <span>{note.text}</span>
        </li>
      ))}
    </ul>
  );
}
