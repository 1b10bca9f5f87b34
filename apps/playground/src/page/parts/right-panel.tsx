import { sizeOf } from '../../document/geometry.ts';
import type { RestNode } from '../../document/rest-node.ts';
import type { OpenedDocument } from '../model/opened-document.ts';
import type { Playground } from '../model/playground.ts';
import { useObservable } from '../model/use-observable.ts';
import { MoonIcon, PlayIcon, SunIcon } from './icons.tsx';
import { NodeIcon } from './node-icon.tsx';

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
        <Welcome name={playground.plugin?.manifest.name ?? 'Animatic'} />
      )}
    </aside>
  );
}

/** How many of several selected nodes are listed. */
const LISTED = 12;

interface SelectedProps {
  playground: Playground;
  opened: OpenedDocument;
  nodes: readonly RestNode[];
}

function Selected({ playground, opened, nodes }: SelectedProps) {
  const [first] = nodes;
  if (!first) return null;
  const size = sizeOf(first);
  const [[, , x], [, , y]] = opened.document.relativeTransform(first.id);
  return (
    <>
      <section class="section identity">
        {nodes.length === 1 ? (
          <>
            <NodeIcon node={first} />
            <span class="name">{first.name}</span>
          </>
        ) : (
          <span class="name">{nodes.length} selected</span>
        )}
      </section>
      {nodes.length > 1 && (
        <section class="section">
          {nodes.slice(0, LISTED).map((node) => (
            <button
              type="button"
              class="link"
              key={node.id}
              onClick={() => opened.editor.select([node.id])}
              onMouseEnter={() => playground.view.hover(node.id)}
              onMouseLeave={() => playground.view.hover(undefined)}
            >
              <NodeIcon node={node} />
              <span class="name">{node.name}</span>
              <span class="size">{sizeText(node)}</span>
            </button>
          ))}
          {nodes.length > LISTED && <p class="more">and {nodes.length - LISTED} more</p>}
        </section>
      )}
      {nodes.length === 1 && (
        <section class="section">
          <h2>Layout</h2>
          <dl class="fields">
            <Field label="X" value={x} />
            <Field label="Y" value={y} />
            <Field label="W" value={size.width} />
            <Field label="H" value={size.height} />
          </dl>
        </section>
      )}
      <RelaunchButtons playground={playground} opened={opened} nodes={nodes} />
      {nodes.length === 1 && (first.annotations?.length ?? 0) > 0 && (
        <section class="section">
          <h2>Annotations</h2>
          {first.annotations?.map(({ label }) => (
            <p class="note" key={label}>
              {label}
            </p>
          ))}
        </section>
      )}
      {nodes.length === 1 && <Links opened={opened} node={first} />}
    </>
  );
}

function sizeText(node: RestNode): string {
  const { width, height } = sizeOf(node);
  return `${Math.round(width)} × ${Math.round(height)}`;
}

function Field({ label, value }: { label: string; value: number }) {
  return (
    <div class="field">
      <dt>{label}</dt>
      <dd>{Math.round(value * 100) / 100}</dd>
    </div>
  );
}

/** Figma shows the relaunch buttons of the one selected node, or those allowed for several. */
function RelaunchButtons({ playground, opened, nodes }: SelectedProps) {
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

function Links({ opened, node }: { opened: OpenedDocument; node: RestNode }) {
  const inside = [node, ...opened.document.descendants(node)];
  const targets = new Set(
    inside.flatMap((from) =>
      (from.interactions ?? []).flatMap((interaction) =>
        (interaction.actions ?? []).flatMap((action) => action?.destinationId ?? []),
      ),
    ),
  );
  const named = [...targets].flatMap((id) => opened.document.node(id) ?? []);
  if (named.length === 0) return null;
  return (
    <section class="section">
      <h2>Prototype</h2>
      {named.slice(0, 6).map((target) => (
        <button type="button" class="link" key={target.id} onClick={() => opened.editor.select([target.id])}>
          <span aria-hidden="true">→</span>
          <span class="name">{target.name}</span>
        </button>
      ))}
    </section>
  );
}

function Welcome({ name }: { name: string }) {
  return (
    <section class="section welcome">
      <p>This page stands in for Figma: it opens a Figma document and runs the plugin, unchanged.</p>
      <ol>
        <li>
          <b>Select frames</b> on the canvas. Shift-click adds, dragging draws a box.
        </li>
        <li>
          <b>Run {name}</b> from the bar below.
        </li>
        <li>
          <b>Make a clip</b> and publish its link.
        </li>
      </ol>
      <h2>Keys</h2>
      <dl class="keys">
        <div>
          <dt>Pan</dt>
          <dd>
            <kbd>Space</kbd> drag
          </dd>
        </div>
        <div>
          <dt>Zoom</dt>
          <dd>
            <kbd>Ctrl</kbd> wheel
          </dd>
        </div>
        <div>
          <dt>Fit all</dt>
          <dd>
            <kbd>Shift</kbd> <kbd>1</kbd>
          </dd>
        </div>
        <div>
          <dt>Next frame</dt>
          <dd>
            <kbd>→</kbd>
          </dd>
        </div>
        <div>
          <dt>Into a frame</dt>
          <dd>Double click</dd>
        </div>
      </dl>
    </section>
  );
}
