import { type Completion, completions, type Note, type Span } from '@animatic/director';
import type { Outline } from '@animatic/schema';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useStore } from '../store/store.ts';
import classes from './direction-field.module.css';
import { markedParts } from './marked-parts.ts';
import { mentionAt, replaceRange } from './mention-at.ts';

interface DirectionFieldProps {
  shot: string;
  label: string;
  value: string;
  placeholder: string | undefined;
  /** The frame's layers; null until they are known. */
  outline: Outline | null;
  notes: readonly Note[];
  /** Words to show as meant: those of the chip under the pointer. */
  pointed: Span | null;
  onInput: (value: string) => void;
}

/** The words that direct a shot: what was not understood is marked in them, `@` completes layers' names. */
export function DirectionField({
  shot,
  label,
  value,
  placeholder,
  outline,
  notes,
  pointed,
  onInput,
}: DirectionFieldProps) {
  const store = useStore();
  const field = useRef<HTMLTextAreaElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const [focused, setFocused] = useState(false);
  const [caret, setCaret] = useState(0);
  const [chosen, setChosen] = useState(0);
  /** The `@` whose list was put away, or whose name was taken. */
  const [closedAt, setClosedAt] = useState<number | null>(null);
  const mention = focused ? mentionAt(value, caret) : null;
  const found = mention && outline && mention.from !== closedAt ? completions(outline, mention.typed) : [];
  const open = found.length > 0;
  const active = found[Math.min(chosen, found.length - 1)];
  const activeId = active?.id;

  useEffect(() => {
    if (mention === null && closedAt !== null) setClosedAt(null);
  }, [mention, closedAt]);
  useEffect(() => {
    if (!open) return;
    // The layer that would be named shows in the player.
    store.dispatch({ type: 'set', values: { pointed: activeId ? { shot, node: activeId } : null } });
    return () => store.dispatch({ type: 'set', values: { pointed: null } });
  }, [store, open, shot, activeId]);
  useLayoutEffect(() => {
    const [area, sheet] = [field.current, list.current];
    if (!area || !sheet) return;
    if (!open) {
      if (sheet.matches(':popover-open')) sheet.hidePopover();
      return;
    }
    if (!sheet.matches(':popover-open')) sheet.showPopover();
    const { left, top, bottom, width } = area.getBoundingClientRect();
    const below = bottom + 4 + sheet.offsetHeight <= window.innerHeight;
    sheet.style.left = `${left}px`;
    sheet.style.width = `${width}px`;
    sheet.style.top = `${below ? bottom + 4 : Math.max(4, top - 4 - sheet.offsetHeight)}px`;
  });

  const take = ({ insert }: Completion) => {
    if (!mention || !field.current) return;
    setClosedAt(mention.from);
    setChosen(0);
    replaceRange(field.current, mention.from, mention.to, `${insert} `);
  };
  const follow = () => {
    if (field.current) setCaret(field.current.selectionEnd);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (!open) {
      if (event.key === 'Escape') field.current?.blur();
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && !event.altKey) setChosen((chosen + step + found.length) % found.length);
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && active) take(active);
    else if (event.key === 'Escape') setClosedAt(mention?.from ?? null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div class={classes.field}>
      <div class={classes.mirror} aria-hidden="true">
        {markedParts(value, notes, pointed).map((part) =>
          part.mark ? (
            <span key={part.from} class={classes[part.mark]}>
              {part.text}
            </span>
          ) : (
            part.text
          ),
        )}
        {/* A last line without a letter has its height, too. */}
        {'\u200b'}
      </div>
      <textarea
        ref={field}
        aria-label={label}
        aria-autocomplete="list"
        aria-controls={open ? id : undefined}
        aria-activedescendant={open && active ? `${id}-${active.id}` : undefined}
        class={classes.area}
        rows={1}
        value={value}
        placeholder={placeholder}
        maxLength={4000}
        spellcheck={false}
        onFocus={() => {
          setFocused(true);
          follow();
          store.dispatch({ type: 'set', values: { writing: shot } });
        }}
        onBlur={() => {
          setFocused(false);
          if (store.get().writing === shot) store.dispatch({ type: 'set', values: { writing: null } });
        }}
        onInput={(event) => {
          setChosen(0);
          follow();
          onInput(event.currentTarget.value);
        }}
        onSelect={follow}
        onKeyUp={follow}
        onClick={follow}
        onKeyDown={onKeyDown}
      />
      <div ref={list} id={id} popover="manual" role="listbox" aria-label="Layers" class={classes.list}>
        {found.map((each, index) => (
          <div
            key={each.id}
            id={`${id}-${each.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={each === active}
            class={`${classes.option} ${each === active ? classes.active : ''}`}
            onPointerMove={() => setChosen(index)}
            // The field keeps the focus.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => take(each)}
            onKeyDown={onKeyDown}
          >
            <span class={classes.name}>{each.insert.slice(1)}</span>
            {each.text && <span class={classes.text}>{each.text}</span>}
          </div>
        ))}
      </div>
    </div>
  );
}
