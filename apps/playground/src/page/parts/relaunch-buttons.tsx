import type { RestNode } from '../../document/rest-node.ts';
import type { OpenedDocument } from '../model/opened-document.ts';
import type { Playground } from '../model/playground.ts';
import { PlayIcon } from './icons.tsx';

interface Props {
  playground: Playground;
  opened: OpenedDocument;
  nodes: readonly RestNode[];
}

/** Figma shows the relaunch buttons of the one selected node, or those allowed for several. */
export function RelaunchButtons({ playground, opened, nodes }: Props) {
  const { plugin } = playground;
  if (!plugin) return null;
  const all = nodes.map((node) => opened.store.relaunch(plugin.manifest.id, node.id));
  const buttons = plugin.manifest.relaunchButtons.filter(
    ({ command, multipleSelection }) =>
      (nodes.length === 1 || multipleSelection) && all.every((data) => Object.hasOwn(data, command)),
  );
  if (buttons.length === 0) return null;
  return (
    <section class="section">
      <h2>Plugin</h2>
      {buttons.map(({ name, command }) => (
        <div class="relaunch" key={command}>
          <button type="button" class="wide" onClick={() => void playground.run(command)}>
            <PlayIcon />
            {name}
          </button>
          {all[0]?.[command] && <p>{all[0][command]}</p>}
        </div>
      ))}
    </section>
  );
}

/** With nothing selected Figma shows the buttons of the page. */
export function PageButtons({ playground, opened }: Omit<Props, 'nodes'>) {
  const page = opened.document.node(opened.editor.currentPageId);
  return page ? <RelaunchButtons playground={playground} opened={opened} nodes={[page]} /> : null;
}
