import { useEffect, useRef, useState } from 'preact/hooks';
import type { RestNode } from '../../document/rest-node.ts';
import type { OpenedDocument } from '../model/opened-document.ts';
import type { Playground } from '../model/playground.ts';
import { useObservable } from '../model/use-observable.ts';
import { ChevronIcon } from './icons.tsx';
import { NodeIcon } from './node-icon.tsx';

interface Row {
  node: RestNode;
  depth: number;
  /** Inside something that is selected. */
  within: boolean;
}

/** The layers of the page, topmost first, as a tree to open and select in. */
export function LayersPanel({ playground, opened }: { playground: Playground; opened: OpenedDocument }) {
  useObservable(opened);
  const { editor, document: figma } = opened;
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const list = useRef<HTMLDivElement>(null);
  const anchor = useRef<string>();
  const selection = editor.selection;
  const page = figma.node(editor.currentPageId);
  const key = selection.join(' ');

  useEffect(() => {
    const above = new Set(open);
    for (const id of selection) {
      for (
        let parent = figma.parent(id);
        parent && parent.type !== 'CANVAS';
        parent = figma.parent(parent.id)
      ) {
        above.add(parent.id);
      }
    }
    if (above.size > open.size) setOpen(above);
    requestAnimationFrame(() =>
      list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }),
    );
  }, [key]);

  const rows = page ? rowsOf(page, open, new Set(selection)) : [];
  const toggle = (id: string): void => {
    const next = new Set(open);
    if (!next.delete(id)) next.add(id);
    setOpen(next);
  };
  const choose = (event: MouseEvent, id: string): void => {
    const from = rows.findIndex((row) => row.node.id === anchor.current);
    const to = rows.findIndex((row) => row.node.id === id);
    if (event.shiftKey && from >= 0) {
      const range = rows.slice(Math.min(from, to), Math.max(from, to) + 1).map((row) => row.node.id);
      editor.select(range);
    } else if (event.metaKey || event.ctrlKey) {
      editor.select(selection.includes(id) ? selection.filter((other) => other !== id) : [...selection, id]);
      anchor.current = id;
    } else {
      editor.select([id]);
      anchor.current = id;
    }
    playground.view.reveal([id]);
  };

  return (
    <div class="layers" role="tree" aria-label="Layers" aria-multiselectable="true" ref={list}>
      {rows.map(({ node, depth, within }) => {
        const selected = selection.includes(node.id);
        const component = /^(COMPONENT|INSTANCE)/.test(node.type);
        return (
          <div
            key={node.id}
            class={`layer${selected ? ' selected' : ''}${within ? ' within' : ''}${component ? ' component' : ''}${node.visible === false ? ' hidden' : ''}${depth === 0 ? ' top' : ''}`}
            role="treeitem"
            aria-label={node.name}
            aria-selected={selected}
            aria-level={depth + 1}
            aria-expanded={node.children ? open.has(node.id) : undefined}
            tabIndex={-1}
            style={{ paddingLeft: `${8 + depth * 16}px` }}
            onClick={(event) => choose(event, node.id)}
            onDblClick={() => playground.view.zoomToNodes([node.id], 4)}
            onKeyDown={() => undefined}
            onMouseEnter={() => playground.view.hover(node.id)}
            onMouseLeave={() => playground.view.hover(undefined)}
          >
            <button
              type="button"
              class={`twist${open.has(node.id) ? ' open' : ''}`}
              aria-label={open.has(node.id) ? 'Close' : 'Open'}
              tabIndex={-1}
              style={{ visibility: node.children?.length ? 'visible' : 'hidden' }}
              onClick={(event) => {
                event.stopPropagation();
                toggle(node.id);
              }}
            >
              <ChevronIcon />
            </button>
            <NodeIcon node={node} />
            <span class="name">{node.name}</span>
          </div>
        );
      })}
    </div>
  );
}

/** The visible rows of the tree; what is drawn last stands first. */
function rowsOf(page: RestNode, open: ReadonlySet<string>, selected: ReadonlySet<string>): Row[] {
  const rows: Row[] = [];
  const visit = (nodes: readonly RestNode[], depth: number, within: boolean): void => {
    for (const node of nodes.toReversed()) {
      rows.push({ node, depth, within });
      if (open.has(node.id)) visit(node.children ?? [], depth + 1, within || selected.has(node.id));
    }
  };
  visit(page.children ?? [], 0, false);
  return rows;
}
