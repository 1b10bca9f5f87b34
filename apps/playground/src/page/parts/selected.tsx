import { sizeOf } from '../../document/geometry.ts';
import type { RestNode } from '../../document/rest-node.ts';
import type { OpenedDocument } from '../model/opened-document.ts';
import type { Playground } from '../model/playground.ts';
import { NodeIcon } from './node-icon.tsx';
import { RelaunchButtons } from './relaunch-buttons.tsx';

/** How many of several selected nodes are listed. */
const LISTED = 12;

interface SelectedProps {
  playground: Playground;
  opened: OpenedDocument;
  nodes: readonly RestNode[];
}

/** What is selected: its place and size, notes, links, and the buttons that plugins left on it. */
export function Selected({ playground, opened, nodes }: SelectedProps) {
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

/** Where the prototype links in a node lead to. */
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
