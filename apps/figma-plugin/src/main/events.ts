import type { EventName, Events } from '../protocol/events.ts';
import { readSelection } from './selection/read-selection.ts';
import { createTask, type OwnedTask } from './task.ts';

/** Milliseconds of quiet before the panel hears of a change: a marquee selects many nodes one by one. */
const QUIET = 120;
const MOST_IDS = 2000;
/** What the plugin writes itself is no change of a frame. */
const OWN = ['pluginData', 'relaunchData', 'locked', 'expanded', 'guides', 'exportSettings'];

type Tell = <N extends EventName>(name: N, data: Events[N]) => void;

/** Tells the panel about the selection, the page and changed nodes until the plugin closes. */
export function tellEvents(figma: PluginAPI, tell: Tell): void {
  const changed = new Set<string>();
  let removed = false;
  let reading: OwnedTask | null = null;

  const tellSelection = debounced(async () => {
    reading?.cancel();
    const task = createTask();
    reading = task;
    const { currentPage } = figma;
    const selection = await readSelection(currentPage, currentPage.selection, task);
    tell('selection-changed', { selection });
  });
  const tellChanges = debounced(async () => {
    tell('document-changed', { ids: [...changed].slice(0, MOST_IDS), removed });
    changed.clear();
    removed = false;
  });
  const onChange = ({ nodeChanges }: NodeChangeEvent): void => {
    for (const change of nodeChanges) {
      if (change.type === 'PROPERTY_CHANGE' && change.properties.every((name) => OWN.includes(name)))
        continue;
      if (change.type === 'DELETE') removed = true;
      for (const id of lineage(change.node)) changed.add(id);
    }
    if (changed.size > 0) tellChanges();
  };

  let page = figma.currentPage;
  const watch = (): void => {
    page = figma.currentPage;
    optional(() => page.on('nodechange', onChange));
  };
  figma.on('selectionchange', tellSelection);
  figma.on('currentpagechange', () => {
    optional(() => page.off('nodechange', onChange));
    watch();
    tell('page-changed', { page: { id: page.id, name: page.name } });
  });
  watch();
}

/** A node and all that contain it; a removed one has only its id. */
function lineage(node: SceneNode | RemovedNode): string[] {
  const ids = [node.id];
  if (node.removed) return ids;
  for (let at = node.parent; at && at.type !== 'PAGE' && at.type !== 'DOCUMENT'; at = at.parent)
    ids.push(at.id);
  return ids;
}

/** Hosts without this event still serve: a board then learns of changes when it is opened. */
function optional(listen: () => void): void {
  try {
    listen();
  } catch {
    return;
  }
}

function debounced(work: () => Promise<void>): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  return () => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => {
      timer = null;
      // A cancelled reading is followed by a newer one; a page that just went away has nothing to tell.
      work().catch(() => undefined);
    }, QUIET);
  };
}
