import type { Playground } from '../model/playground.ts';
import { useObservable } from '../model/use-observable.ts';
import { DocumentMenu } from './document-menu.tsx';
import { LayersPanel } from './layers-panel.tsx';

/** The document's name and menu, its pages, its layers. */
export function LeftPanel({ playground }: { playground: Playground }) {
  const { opened } = playground;
  useObservable(playground, opened);
  const pages = opened?.document.pages ?? [];
  return (
    <aside class="panel left">
      <DocumentMenu playground={playground} />
      {opened && pages.length > 1 && (
        <section class="pages">
          <h2>Pages</h2>
          {pages.map((page) => (
            <button
              type="button"
              key={page.id}
              class={`page${page.id === opened.editor.currentPageId ? ' current' : ''}`}
              aria-current={page.id === opened.editor.currentPageId ? 'page' : undefined}
              onClick={() => opened.editor.setCurrentPage(page.id)}
            >
              {page.name}
            </button>
          ))}
        </section>
      )}
      {opened && (
        <section class="tree">
          <h2>Layers</h2>
          <LayersPanel key={opened.document.id} playground={playground} opened={opened} />
        </section>
      )}
    </aside>
  );
}
