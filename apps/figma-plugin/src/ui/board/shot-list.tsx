import type { Transition } from '@animatic/schema';
import { Fragment } from 'preact';
import { useCallback, useMemo, useRef } from 'preact/hooks';
import type { Derived } from '../derive/derived.ts';
import { isGenerated } from '../derive/shot-generation.ts';
import { useFlows } from '../flow/flows.ts';
import { frameOf } from '../store/state.ts';
import { useSelect, useStore } from '../store/store.ts';
import { AddRow } from './add-row.tsx';
import { nameOf, newShotId } from './board.ts';
import { motionActions } from './motion-actions.ts';
import { type CardActions, ShotCard } from './shot-card.tsx';
import classes from './shot-list.module.css';
import { TransitionChip } from './transition-chip.tsx';
import { useReorder } from './use-reorder.ts';

const now = () => performance.now();

/** The cards in order, with what happens between them. */
export function ShotList({ derived }: { derived: Derived }) {
  const store = useStore();
  const flows = useFlows();
  const shots = useSelect((state) => state.history.present.shots);
  const frames = useSelect((state) => state.frames);
  const captures = useSelect((state) => state.captures);
  const active = useSelect((state) => state.active);
  const copied = useSelect((state) => state.copied);
  const list = useRef<HTMLElement>(null);
  const move = (id: string, to: number) => {
    const focused = document.activeElement;
    store.dispatch({ type: 'move-shot', id, to, at: now() });
    // A card that changes its place in the document loses the focus, and with it the next press of the key.
    requestAnimationFrame(() => {
      if (!(focused instanceof HTMLElement) || !focused.isConnected) return;
      if (document.activeElement === document.body) focused.focus({ preventScroll: true });
      focused.closest('[data-shot]')?.scrollIntoView({ block: 'nearest' });
    });
    const all = store.get().history.present.shots;
    const index = all.findIndex((shot) => shot.id === id);
    announce(list.current, `Moved to place ${index + 1} of ${all.length}`);
  };
  const reorder = useReorder(list, move);
  const { onPointerDown } = reorder;
  const actions = useMemo<CardActions>(
    () => ({
      change: (id, change, tag) => store.dispatch({ type: 'change-shot', id, change, tag, at: now() }),
      move,
      remove: (id) => store.dispatch({ type: 'remove-shot', id, at: now() }),
      duplicate: (id) => store.dispatch({ type: 'duplicate-shot', id, copyId: newShotId(), at: now() }),
      ...motionActions(store, flows),
      activate: (id) => {
        if (store.get().active !== id) store.dispatch({ type: 'set', values: { active: id } });
      },
      captureAgain: (frame) => flows.captureAgain(frame),
      show: (frame) => flows.showFrame(frame),
      direct: (id) => flows.director.direct(id),
      grab: onPointerDown,
    }),
    [store, flows, onPointerDown],
  );
  const chooseTransition = useCallback(
    (id: string, transition: Transition | null) =>
      store.dispatch({ type: 'change-shot', id, change: { transition }, at: now() }),
    [store],
  );

  return (
    <section ref={list} class={classes.list} aria-label="Shots">
      {shots.map((shot, index) => {
        const next = shots[index + 1];
        const automatic = derived.transitions[index];
        const id = shot.id;
        return (
          <Fragment key={id}>
            {reorder.gap === index && <div class={classes.gap} />}
            <ShotCard
              shot={shot}
              index={index}
              last={shots.length - 1}
              frame={frameOf(frames, shot)}
              capture={captures[id]}
              reading={derived.readings[index] ?? null}
              asked={derived.asked[index] ?? null}
              follows={isGenerated(shots[index - 1])}
              hasNext={next !== undefined && (next.frame !== null || next.scene !== null)}
              active={active === id}
              dragged={reorder.dragged === id}
              pastes={copied?.name ?? null}
              actions={actions}
            />
            {next && automatic && (
              <TransitionChip
                shot={id}
                into={nameOf(next)}
                automatic={automatic}
                chosen={shot.transition}
                onChange={chooseTransition}
              />
            )}
          </Fragment>
        );
      })}
      {reorder.gap === shots.length && <div class={classes.gap} />}
      <AddRow />
      <div class="visually-hidden" role="status" data-announcer />
    </section>
  );
}

function announce(list: HTMLElement | null, words: string) {
  const line = list?.querySelector('[data-announcer]');
  if (line) line.textContent = words;
}
