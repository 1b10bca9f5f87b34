import type { Note, Span } from '@animatic/director';
import { useState } from 'preact/hooks';
import type { ChipEdit, StoredShot } from '../../protocol/index.ts';
import type { Reading } from '../derive/reading.ts';
import { Icon } from '../parts/icon.tsx';
import { memo } from '../parts/memo.ts';
import { Menu } from '../parts/menu.tsx';
import { Popover } from '../parts/popover.tsx';
import type { FrameKnown, ShotCapture } from '../store/state.ts';
import { AlternativesSheet } from './alternatives-sheet.tsx';
import { CardStatus } from './card-status.tsx';
import { DirectionField } from './direction-field.tsx';
import { DirectionOfferRow } from './direction-offer.tsx';
import { DurationField } from './duration-field.tsx';
import classes from './shot-card.module.css';
import { ShotChips, ShotNotes } from './shot-chips.tsx';
import { WordsDisclosure } from './words-disclosure.tsx';

/** What cards can ask for; the list knows how. One object for all of them, so that no card is drawn for it. */
export interface CardActions {
  change: (shot: string, change: Partial<StoredShot>, tag?: string) => void;
  move: (shot: string, to: number) => void;
  remove: (shot: string) => void;
  duplicate: (shot: string) => void;
  copyMotion: (shot: string) => void;
  pasteMotion: (shot: string) => void;
  motionToAll: (shot: string) => void;
  activate: (shot: string) => void;
  captureAgain: (frame: string) => void;
  show: (frame: string) => void;
  grab: (event: PointerEvent, shot: string) => void;
}

interface ShotCardProps {
  shot: StoredShot;
  index: number;
  last: number;
  frame: FrameKnown | undefined;
  capture: ShotCapture | undefined;
  reading: Reading | null;
  active: boolean;
  dragged: boolean;
  /** The name of the shot whose motion was copied. */
  pastes: string | null;
  actions: CardActions;
}

const nothing: readonly Note[] = [];
const examples = [
  'What should move? Push in on the headline',
  'What should move? Cards rise one by one',
  'What should move? Slow pan down the list',
];

/** One shot: its picture, the words that direct it, and what was made of them. Sixty of them stand on a board. */
export const ShotCard = memo(function ShotCard({
  shot,
  index,
  last,
  frame,
  capture,
  reading,
  active,
  dragged,
  pastes,
  actions: all,
}: ShotCardProps) {
  const actions = {
    change: (change: Partial<StoredShot>, tag?: string) => all.change(shot.id, change, tag),
    move: (to: number) => all.move(shot.id, to),
    remove: () => all.remove(shot.id),
    duplicate: () => all.duplicate(shot.id),
    activate: () => all.activate(shot.id),
    captureAgain: () => shot.frame !== null && all.captureAgain(shot.frame),
    show: () => shot.frame !== null && all.show(shot.frame),
    grab: (event: PointerEvent) => all.grab(event, shot.id),
  };
  const name = shot.caption.title || shot.name;
  const [pointed, setPointed] = useState<Span | null>(null);
  const offers = (frame?.description?.directions ?? []).filter(
    (offer) => !shot.caption.direction.includes(offer.text),
  );
  const caption = (change: Partial<StoredShot['caption']>, field: string) =>
    actions.change({ caption: { ...shot.caption, ...change } }, `${field}:${shot.id}`);
  const onKeyDown = (event: KeyboardEvent) => {
    // There, Alt and an arrow open the list.
    if (event.target instanceof HTMLSelectElement) return;
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    actions.move(index + (event.key === 'ArrowUp' ? -1 : 1));
  };
  return (
    <article
      data-shot={shot.id}
      aria-label={`Shot ${index + 1}: ${name}`}
      aria-current={active ? 'true' : undefined}
      class={`${classes.card} ${dragged ? classes.dragged : ''}`}
      onKeyDown={onKeyDown}
      onFocusCapture={actions.activate}
    >
      <button
        type="button"
        class={classes.grip}
        aria-label={`Move ${name}`}
        aria-description="Arrow keys move it up and down"
        title="Drag, or Alt ↑ ↓"
        onPointerDown={actions.grab}
        onKeyDown={(event) => {
          if (event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
          event.preventDefault();
          actions.move(index + (event.key === 'ArrowUp' ? -1 : 1));
        }}
      >
        <Icon name="grip" />
      </button>
      <button
        type="button"
        class={`${classes.thumb} ${active ? classes.active : ''}`}
        aria-label={`Show ${name} in the player`}
        onClick={actions.activate}
      >
        {frame?.thumbnail ? (
          <img src={frame.thumbnail} alt="" draggable={false} />
        ) : (
          <span class={classes.waiting} />
        )}
      </button>
      <div class={classes.body}>
        <div class={classes.head}>
          <span class={classes.number}>{index + 1}</span>
          <h2 class={classes.title} title={name}>
            {name}
          </h2>
          <DurationField
            title={name}
            value={shot.duration ?? reading?.duration ?? 3}
            chosen={shot.duration !== null}
            onChange={(duration) => actions.change({ duration }, `duration:${shot.id}`)}
          />
          <Popover
            wide
            label={`Another reading of ${name}`}
            title={shot.variant === 0 ? 'Another reading' : `Reading ${shot.variant} of 3. Press for another`}
            class={`${classes.another} ${shot.variant === 0 ? '' : classes.other}`}
            face={<Icon name="dice" />}
          >
            {(close) => (
              <AlternativesSheet
                shot={shot}
                index={index}
                onChoose={(variant) => actions.change({ variant })}
                onClose={close}
              />
            )}
          </Popover>
          <Menu
            label={`More for ${name}`}
            icon="more"
            groups={[
              [
                {
                  text: 'Move up',
                  keys: 'Alt ↑',
                  disabled: index === 0,
                  onSelect: () => actions.move(index - 1),
                },
                {
                  text: 'Move down',
                  keys: 'Alt ↓',
                  disabled: index === last,
                  onSelect: () => actions.move(index + 1),
                },
              ],
              [
                { text: 'Copy motion', disabled: !reading, onSelect: () => all.copyMotion(shot.id) },
                {
                  text: pastes === null ? 'Paste motion' : `Paste motion of ${pastes}`,
                  disabled: pastes === null || !reading,
                  onSelect: () => all.pasteMotion(shot.id),
                },
                {
                  text: 'Apply motion to all',
                  disabled: !reading || last === 0,
                  onSelect: () => all.motionToAll(shot.id),
                },
              ],
              [
                { text: 'Duplicate', onSelect: actions.duplicate },
                { text: 'Capture again', disabled: frame?.gone, onSelect: actions.captureAgain },
                { text: 'Show in Figma', disabled: frame?.gone, onSelect: actions.show },
              ],
              [{ text: 'Remove', onSelect: actions.remove }],
            ]}
          />
        </div>
        <DirectionField
          shot={shot.id}
          label={`Direction for ${name}`}
          value={shot.caption.direction}
          placeholder={examples[index % examples.length]}
          outline={frame?.description?.outline ?? null}
          notes={reading?.notes ?? nothing}
          pointed={pointed}
          onInput={(direction) => caption({ direction }, 'direction')}
        />
        <CardStatus shot={shot} frame={frame} capture={capture} onCaptureAgain={actions.captureAgain} />
        {offers.map((offer) => (
          <DirectionOfferRow
            key={offer.id + offer.text}
            source={offer.source}
            text={offer.text}
            onAccept={() => caption({ direction: joined(shot.caption.direction, offer.text) }, 'offer')}
          />
        ))}
        {reading && reading.chips.length > 0 && (
          <fieldset class={classes.chips} aria-label={`Motion of ${name}`}>
            <ShotChips
              name={name}
              chips={reading.chips}
              edits={shot.chips}
              onChange={(chips) => actions.change(withoutCarried(chips))}
              onPoint={setPointed}
            />
          </fieldset>
        )}
        {reading && <ShotNotes notes={reading.notes} onPoint={setPointed} />}
        <WordsDisclosure name={name} caption={shot.caption} onChange={caption} />
      </div>
    </article>
  );
});

/** A motion from another shot is no edit of a chip: taken out, it is gone. */
const withoutCarried = (chips: ChipEdit[]): Partial<StoredShot> =>
  chips.some(({ id }) => id === 'carried')
    ? { chips: chips.filter(({ id }) => id !== 'carried'), carried: undefined }
    : { chips };

const joined = (before: string, more: string) => (before.trim() ? `${before.trim()}. ${more}` : more);
