import type { Playground } from '../model/playground.ts';
import { isTyping } from './pointer.ts';

/** The keys of the canvas: Esc, arrows between siblings, Enter in and out, zoom. Returns how to stop listening. */
export function listenToKeys(playground: Playground): () => void {
  const { view } = playground;

  const sibling = (step: number): void => {
    const { opened } = playground;
    const id = opened?.editor.selection[0];
    const parent = opened && id ? opened.document.parent(id) : undefined;
    const all = parent?.children ?? [];
    const next = all[(all.findIndex((node) => node.id === id) + step + all.length) % all.length];
    if (next) choose([next.id]);
  };
  const choose = (ids: string[]): void => {
    playground.opened?.editor.select(ids);
    playground.view.reveal(ids);
  };
  const inside = (): void => {
    const { opened } = playground;
    const children = (opened?.editor.selection ?? []).flatMap(
      (id) => opened?.document.node(id)?.children ?? [],
    );
    if (children.length > 0) choose(children.map((node) => node.id));
  };
  const outside = (): void => {
    const { opened } = playground;
    const parents = (opened?.editor.selection ?? []).flatMap((id) => opened?.document.parent(id) ?? []);
    const nodes = parents.filter((node) => node.type !== 'CANVAS');
    if (nodes.length > 0) choose(nodes.map((node) => node.id));
  };

  const actions: Record<string, () => void> = {
    Escape: () => playground.opened?.editor.select([]),
    ArrowRight: () => sibling(1),
    ArrowDown: () => sibling(1),
    ArrowLeft: () => sibling(-1),
    ArrowUp: () => sibling(-1),
    Enter: inside,
    'shift+Enter': outside,
    '+': () => view.zoomBy(2),
    '=': () => view.zoomBy(2),
    '-': () => view.zoomBy(0.5),
    'shift+Digit0': () => view.zoomBy(1 / view.zoom),
    'shift+Digit1': () => view.zoomToFit(),
    'shift+Digit2': () => view.zoomToNodes(playground.opened?.editor.selection ?? [], 16),
  };

  const pressed = (event: KeyboardEvent): void => {
    if (isTyping(event) || event.metaKey || event.ctrlKey || event.altKey) return;
    const action = event.shiftKey
      ? (actions[`shift+${event.code}`] ?? actions[`shift+${event.key}`])
      : undefined;
    const chosen = action ?? actions[event.key];
    if (!chosen) return;
    event.preventDefault();
    chosen();
  };
  addEventListener('keydown', pressed);
  return () => removeEventListener('keydown', pressed);
}
