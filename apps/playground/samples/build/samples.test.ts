import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mapBox, multiply } from './bounds.ts';
import { documentText, indexText, SAMPLES } from './documents.ts';
import type { Matrix, RestFile, RestNode } from './rest.ts';

const samples = new URL('../', import.meta.url);
const committed = (path: string) => readFileSync(new URL(path, samples), 'utf8');

const opened = SAMPLES.map((sample) => {
  const source = committed(`${sample.id}/document.json`);
  return { sample, source, file: JSON.parse(source) as RestFile };
});

function* nodes(file: RestFile): Generator<{ node: RestNode; matrix: Matrix }> {
  const still: Matrix = [
    [1, 0, 0],
    [0, 1, 0],
  ];
  function* walk(node: RestNode, parent: Matrix): Generator<{ node: RestNode; matrix: Matrix }> {
    const matrix = multiply(parent, node.relativeTransform);
    yield { node, matrix };
    for (const child of node.children ?? []) yield* walk(child, matrix);
  }
  for (const page of file.document.children) for (const node of page.children) yield* walk(node, still);
}

describe.each(opened)('the sample $sample.id', ({ sample, source, file }) => {
  const all = [...nodes(file)];

  it('is drawn anew to the byte as it is committed', () => {
    expect(documentText(sample)).toBe(source);
  });

  it('stays small enough to open at once', () => {
    expect(source.length).toBeLessThan(600_000);
  });

  it('has no id twice', () => {
    const ids = all.map(({ node }) => node.id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  it('has every image beside it, named by the SHA-1 of its bytes, and none that nothing shows', () => {
    const wanted = new Set(
      all.flatMap(({ node }) => node.fills.flatMap((fill) => (fill.type === 'IMAGE' ? [fill.imageRef] : []))),
    );
    const folder = new URL(`${sample.id}/images/`, samples);
    const files = existsSync(folder) ? readdirSync(folder) : [];
    for (const name of files) {
      const bytes = readFileSync(new URL(name, folder));
      expect(`${createHash('sha1').update(bytes).digest('hex')}.jpg`).toBe(name);
      expect(bytes.length).toBeLessThan(250 * 1024);
    }
    expect(files.sort()).toEqual([...wanted].map((ref) => `${ref}.jpg`).sort());
  });

  it('leads every interaction and flow to a frame that exists', () => {
    const frames = new Set(all.filter(({ node }) => node.type === 'FRAME').map(({ node }) => node.id));
    const led = all.flatMap(({ node }) =>
      node.interactions.flatMap((interaction) => interaction.actions.map((action) => action.destinationId)),
    );
    const flows = file.document.children.flatMap((page) =>
      (page.flowStartingPoints as { nodeId: string }[]).map((flow) => flow.nodeId),
    );
    expect([...led, ...flows].filter((id) => !frames.has(id))).toEqual([]);
  });

  it('has every instance made of a component of the file, layer by layer', () => {
    const byId = new Map(all.map(({ node }) => [node.id, node]));
    for (const { node } of all) {
      if (node.type !== 'INSTANCE') continue;
      const component = byId.get(node.componentId ?? '');
      expect(component?.type).toBe('COMPONENT');
      const tails = (node.children ?? []).map((child) => child.id.slice(child.id.lastIndexOf(';') + 1));
      expect(tails).toEqual((component?.children ?? []).map((child) => child.id));
    }
  });

  it('has every node where its relativeTransform says', () => {
    for (const { node, matrix } of all) {
      const box = mapBox(matrix, { x: 0, y: 0, width: node.size.x, height: node.size.y });
      const said = node.absoluteBoundingBox;
      for (const side of ['x', 'y', 'width', 'height'] as const)
        expect(Math.abs(box[side] - said[side]), `${node.id} ${node.name} ${side}`).toBeLessThan(0.01);
    }
  });

  it('paints no text outside its own frame', () => {
    for (const page of file.document.children)
      for (const frame of page.children) {
        if (frame.type !== 'FRAME') continue;
        const { x, y, width, height } = frame.absoluteBoundingBox;
        const walk = (node: RestNode, cut: boolean): void => {
          const box = node.absoluteBoundingBox;
          const inside =
            box.x >= x && box.y >= y && box.x + box.width <= x + width && box.y + box.height <= y + height;
          if (node.type === 'TEXT' && !cut) expect(inside, `${frame.name}: ${node.characters}`).toBe(true);
          for (const child of node.children ?? [])
            walk(child, cut || (node !== frame && node.clipsContent === true));
        };
        walk(frame, false);
      }
  });
});

it('lists every sample in index.json as it is drawn', () => {
  expect(committed('index.json')).toBe(indexText());
});

it('links the shop by five kinds of transition, given in milliseconds', () => {
  const shop = opened.find(({ sample }) => sample.id === 'shop');
  const transitions = [...nodes(shop?.file ?? opened[0]!.file)].flatMap(({ node }) =>
    node.interactions.flatMap((interaction) => interaction.actions.map((action) => action.transition)),
  );
  const kinds = new Set(transitions.map((transition) => transition?.type));
  for (const kind of ['DISSOLVE', 'PUSH', 'SLIDE_IN', 'MOVE_IN', 'SMART_ANIMATE'] as const)
    expect(kinds).toContain(kind);
  for (const transition of transitions) expect(transition?.duration).toBeGreaterThanOrEqual(200);
});
