import type { Playground } from '../model/playground.ts';
import { useObservable } from '../model/use-observable.ts';
import { Circumstances } from './circumstances.tsx';
import { MoonIcon, SunIcon } from './icons.tsx';
import { PageButtons } from './relaunch-buttons.tsx';
import { Selected } from './selected.tsx';
import { Welcome } from './welcome.tsx';

/** What is selected, its notes and links, and the buttons that plugins left on it. */
export function RightPanel({ playground }: { playground: Playground }) {
  const { opened, theme } = playground;
  useObservable(playground, opened);
  const nodes = (opened?.editor.selection ?? []).flatMap((id) => opened?.document.node(id) ?? []);
  return (
    <aside class="panel right">
      <header class="right-head">
        <span class="head-title">{nodes.length > 0 ? 'Selection' : 'Playground'}</span>
        <button
          type="button"
          class="icon"
          aria-label={theme === 'dark' ? 'Light theme' : 'Dark theme'}
          title={theme === 'dark' ? 'Light theme' : 'Dark theme'}
          onClick={() => playground.setTheme(theme === 'dark' ? 'light' : 'dark')}
        >
          {theme === 'dark' ? <SunIcon /> : <MoonIcon />}
        </button>
      </header>
      {opened && nodes.length > 0 ? (
        <Selected playground={playground} opened={opened} nodes={nodes} />
      ) : (
        <>
          {opened && <PageButtons playground={playground} opened={opened} />}
          <Welcome name={playground.plugin?.manifest.name ?? 'Animatic'} />
          <Circumstances playground={playground} />
        </>
      )}
    </aside>
  );
}
