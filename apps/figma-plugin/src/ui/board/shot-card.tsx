import type { Note, Span } from '@animatic/director';
import { useState } from 'preact/hooks';
import type { ChipEdit, StoredShot } from '../../protocol/index.ts';
import { isDirected } from '../derive/directed-motion.ts';
import type { Reading } from '../derive/reading.ts';
import { type Asked, type CannotAsk, isGenerated } from '../derive/shot-generation.ts';
import { MadeRow } from '../generate/made-row.tsx';
import { Icon } from '../parts/icon.tsx';
import { memo } from '../parts/memo.ts';
import { Menu } from '../parts/menu.tsx';
import { Popover } from '../parts/popover.tsx';
import type { FrameKnown, ShotCapture } from '../store/state.ts';
import { useSelect } from '../store/store.ts';
import { AlternativesSheet } from './alternatives-sheet.tsx';
import { nameOf } from './board.ts';
import { cardMenu } from './card-menu.ts';
import { CardStatus } from './card-status.tsx';
import { DirectionField } from './direction-field.tsx';
import { DirectionOfferRow } from './direction-offer.tsx';
import { DurationField } from './duration-field.tsx';
import classes from './shot-card.module.css';
import { ShotChips, ShotNotes } from './shot-chips.tsx';
import { ShotThumb } from './shot-thumb.tsx';
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
  /** Lets a language model direct it. */
  direct: (shot: string) => void;
  grab: (event: PointerEvent, shot: string) => void;
}

interface ShotCardProps {
  shot: StoredShot;
  index: number;
  last: number;
  frame: FrameKnown | undefined;
  capture: ShotCapture | undefined;
  reading: Reading | null;
  asked: Asked | CannotAsk | null;
  /** The shot before is made by a model. */
  follows: boolean;
  /** There is a next frame. */
  hasNext: boolean;
  active: boolean;
  dragged: boolean;
  /** The name of the shot whose motion was copied. */
  pastes: string | null;
  actions: CardActions;
}

const nothing: readonly Note[] = [];
const prompts = [
  'What is seen? Steam rises from the cup, slow orbit',
  'What is seen? Morning light wanders over the table',
  'What is seen? The camera glides past, shallow focus',
];
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
  asked,
  follows,
  hasNext,
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
  const name = nameOf(shot);
  const generated = isGenerated(shot);
  const movesExactly = !generated && !shot.scene && shot.frame !== null;
  const model = useSelect((state) => state.models?.director ?? null);
  const directing = useSelect((state) => state.directing === shot.id);
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
        <ShotThumb shot={shot} asked={asked} thumbnail={frame?.thumbnail} />
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
          {movesExactly && (
            <Popover
              wide
              label={`Another reading of ${name}`}
              title={
                shot.variant === 0 ? 'Another reading' : `Reading ${shot.variant} of 3. Press for another`
              }
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
          )}
          <Menu
            label={`More for ${name}`}
            icon="more"
            groups={cardMenu({
              shot,
              index,
              last,
              read: reading !== null,
              generated,
              gone: frame?.gone ?? false,
              pastes,
              directs: model !== null,
              actions: all,
            })}
          />
        </div>
        <DirectionField
          shot={shot.id}
          label={`Direction for ${name}`}
          value={shot.caption.direction}
          placeholder={(generated || shot.frame === null ? prompts : examples)[index % 3]}
          outline={frame?.description?.outline ?? null}
          notes={reading?.notes ?? nothing}
          pointed={pointed}
          onInput={(direction) => caption({ direction }, 'direction')}
        />
        <MadeRow
          shot={shot}
          name={name}
          asked={asked}
          follows={follows}
          hasNext={hasNext}
          onChange={actions.change}
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
        {directing ? (
          <p class={classes.reader} role="status">
            {model?.model ?? 'The language model'} reads the frame and the words…
          </p>
        ) : (
          reading?.chips.some(isDirected) && (
            <p class={classes.reader}>
              Directed by {shot.directed?.by}
              <button
                type="button"
                class={classes.rules}
                onClick={() => actions.change({ directed: undefined, chips: [] })}
              >
                Back to the rules
              </button>
            </p>
          )
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
