import { Fragment } from 'preact';
import { useRef } from 'preact/hooks';
import type { Derived } from '../derive/derived.ts';
import { useFlows } from '../flow/flows.ts';
import { useSelect, useStore } from '../store/store.ts';
import { newShotId } from './board.ts';
import { ShotCard } from './shot-card.tsx';
import classes from './shot-list.module.css';
import { TransitionChip } from './transition-chip.tsx';
import { useReorder } from './use-reorder.ts';

/** The cards in order, with what happens between them. */
export function ShotList({ derived }: { derived: Derived }) {
  const store = useStore();
  const flows = useFlows();
  const shots = useSelect((state) => state.history.present.shots);
  const frames = useSelect((state) => state.frames);
  const captures = useSelect((state) => state.captures);
  const active = useSelect((state) => state.active);
  const list = useRef<HTMLElement>(null);
  const now = () => performance.now();
  const move = (id: string, to: number) => {
    const focused = document.activeElement;
    store.dispatch({ type: 'move-shot', id, to, at: now() });
    // A card that changes its place in the document loses the focus, and with it the next press of the key.
    requestAnimationFrame(() => {
      if (!(focused instanceof HTMLElement) || !focused.isConnected) return;
      if (document.activeElement === document.body) focused.focus({ preventScroll: true });
      focused.closest('[data-shot]')?.scrollIntoView({ block: 'nearest' });
    });
    const index = store.get().history.present.shots.findIndex((shot) => shot.id === id);
    announce(list.current, `Moved to place ${index + 1} of ${shots.length}`);
  };
  const reorder = useReorder(list, move);

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
              frame={frames[shot.frame]}
              capture={captures[id]}
              reading={derived.readings[index] ?? null}
              active={active === id}
              dragged={reorder.dragged === id}
              actions={{
                change: (change, tag) => store.dispatch({ type: 'change-shot', id, change, tag, at: now() }),
                move: (to) => move(id, to),
                remove: () => store.dispatch({ type: 'remove-shot', id, at: now() }),
                duplicate: () =>
                  store.dispatch({ type: 'duplicate-shot', id, copyId: newShotId(), at: now() }),
                activate: () => {
                  if (store.get().active !== id) store.dispatch({ type: 'set', values: { active: id } });
                },
                captureAgain: () => flows.captureAgain(shot.frame),
                show: () => flows.showFrame(shot.frame),
                grab: (event) => reorder.onPointerDown(event, id),
              }}
            />
            {next && automatic && (
              <TransitionChip
                into={next.caption.title || next.name}
                automatic={automatic}
                chosen={shot.transition}
                onChange={(transition) =>
                  store.dispatch({ type: 'change-shot', id, change: { transition }, at: now() })
                }
              />
            )}
          </Fragment>
        );
      })}
      {reorder.gap === shots.length && <div class={classes.gap} />}
      <div class="visually-hidden" role="status" data-announcer />
    </section>
  );
}

function announce(list: HTMLElement | null, words: string) {
  const line = list?.querySelector('[data-announcer]');
  if (line) line.textContent = words;
}
