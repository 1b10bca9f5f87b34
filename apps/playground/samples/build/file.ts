import { createHash } from 'node:crypto';
import { intersect, mapBox, multiply, ownInk, round, union, withEffects } from './bounds.ts';
import type { Draft } from './draft.ts';
import { overriddenFields } from './instance.ts';
import { hex } from './paint.ts';
import type { Box, Interaction, Matrix, RestFile, RestNode, RestPage } from './rest.ts';

export interface PageDraft {
  readonly name: string;
  readonly background: string;
  readonly children: readonly Draft[];
  /** Where prototypes start: a frame's key and the flow's name. */
  readonly flows?: readonly { readonly from: string; readonly name: string }[];
}

export interface FileDraft {
  readonly name: string;
  readonly lastModified: string;
  readonly pages: readonly PageDraft[];
}

interface Names {
  readonly ids: Map<Draft, string>;
  readonly keys: Map<string, Draft>;
}

const digest = (value: string) => createHash('sha1').update(value).digest('hex');

const tidy = (box: Box): Box => ({
  x: round(box.x),
  y: round(box.y),
  width: round(box.width),
  height: round(box.height),
});

/** Turns a drawing into the file API's answer. Throws when a link leads nowhere. */
export function toFile(file: FileDraft): RestFile {
  const names: Names = { ids: new Map(), keys: new Map() };
  file.pages.forEach((page, index) => {
    let count = 0;
    const name = (draft: Draft): void => {
      count += 1;
      if (names.ids.has(draft)) throw new Error(`"${draft.name}" stands twice in the file: make it anew`);
      names.ids.set(draft, `${index + 1}:${count}`);
      if (draft.key) {
        if (names.keys.has(draft.key)) throw new Error(`two nodes have the key "${draft.key}"`);
        names.keys.set(draft.key, draft);
      }
      if (draft.type !== 'INSTANCE') draft.children?.forEach(name);
    };
    page.children.forEach(name);
  });
  const components: Record<string, unknown> = {};
  for (const draft of names.ids.keys()) {
    if (draft.type !== 'COMPONENT') continue;
    components[idOf(names, draft)] = {
      key: digest(`${file.name}/${draft.name}`),
      name: draft.name,
      description: '',
      remote: false,
      documentationLinks: [],
    };
  }
  return {
    document: {
      id: '0:0',
      name: 'Document',
      type: 'DOCUMENT',
      scrollBehavior: 'SCROLLS',
      children: file.pages.map((page, index) => toPage(page, index, names)),
    },
    components,
    componentSets: {},
    schemaVersion: 0,
    styles: {},
    name: file.name,
    lastModified: file.lastModified,
    thumbnailUrl: '',
    version: '1',
    role: 'owner',
    editorType: 'figma',
    linkAccess: 'view',
  };
}

function idOf(names: Names, draft: Draft): string {
  const id = names.ids.get(draft);
  if (id === undefined) throw new Error(`"${draft.name}" has no id`);
  return id;
}

function keyed(names: Names, key: string): Draft {
  const draft = names.keys.get(key);
  if (draft === undefined) throw new Error(`nothing in the file has the key "${key}"`);
  return draft;
}

function toPage(page: PageDraft, index: number, names: Names): RestPage {
  const flows = (page.flows ?? []).map((flow) => ({
    nodeId: idOf(names, keyed(names, flow.from)),
    name: flow.name,
  }));
  return {
    id: `0:${index + 1}`,
    name: page.name,
    type: 'CANVAS',
    scrollBehavior: 'SCROLLS',
    children: page.children.map((draft) => toNode(draft, idOf(names, draft), origin, null, names)),
    backgroundColor: hex(page.background),
    prototypeStartNodeID: flows[0]?.nodeId ?? null,
    flowStartingPoints: flows,
    prototypeDevice: { type: 'NONE', rotation: 'NONE' },
  };
}

const origin: Matrix = [
  [1, 0, 0],
  [0, 1, 0],
];

function place(draft: Draft): Matrix {
  const angle = ((draft.turn ?? 0) * Math.PI) / 180;
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  return [
    [c, -s, draft.x],
    [s, c, draft.y],
  ];
}

const tidyMatrix = (m: Matrix): Matrix => {
  const fine = (value: number) => Math.round(value * 1e8) / 1e8 || 0;
  return [
    [fine(m[0][0]), fine(m[0][1]), round(m[0][2])],
    [fine(m[1][0]), fine(m[1][1]), round(m[1][2])],
  ];
};

function toNode(draft: Draft, id: string, parent: Matrix, clip: Box | null, names: Names): RestNode {
  const local = place(draft);
  const matrix = multiply(parent, local);
  const box = mapBox(matrix, { x: 0, y: 0, width: draft.width, height: draft.height });
  const { constraints, scrollBehavior, ...extra } = draft.extra;
  const children = draft.children?.map((child, index) => {
    const childId =
      draft.type === 'INSTANCE' || id.startsWith('I') ? inside(draft, id, index, names) : idOf(names, child);
    const inner = draft.clips ? intersect(box, clip) : clip;
    return toNode(child, childId, matrix, inner, names);
  });
  const container =
    draft.type === 'FRAME' ||
    draft.type === 'COMPONENT' ||
    draft.type === 'INSTANCE' ||
    draft.type === 'GROUP';
  return {
    id,
    name: draft.name,
    type: draft.type,
    scrollBehavior: scrollBehavior ?? 'SCROLLS',
    ...(draft.turn ? { rotation: (draft.turn * Math.PI) / 180 } : {}),
    ...(draft.component ? instanceKeys(draft, id, names) : {}),
    ...(children ? { children } : {}),
    blendMode: draft.blendMode,
    ...(draft.opacity === undefined ? {} : { opacity: draft.opacity }),
    ...(container ? { clipsContent: draft.clips, background: draft.fills } : {}),
    fills: draft.fills,
    strokes: draft.strokes,
    strokeWeight: draft.strokeWeight,
    strokeAlign: draft.strokeAlign,
    ...(container ? { backgroundColor: backgroundOf(draft) } : {}),
    fillGeometry: draft.fillGeometry,
    strokeGeometry: draft.strokeGeometry,
    absoluteBoundingBox: tidy(box),
    absoluteRenderBounds: renderBounds(draft, matrix, clip),
    constraints,
    relativeTransform: tidyMatrix(local),
    size: { x: round(draft.width), y: round(draft.height) },
    ...extra,
    effects: draft.effects,
    ...(draft.notes ? { annotations: draft.notes.map((label) => ({ label })) } : {}),
    ...linkKeys(draft, names),
  };
}

function backgroundOf(draft: Draft) {
  const first = draft.fills[0];
  return first?.type === 'SOLID' ? first.color : { r: 0, g: 0, b: 0, a: 0 };
}

/** All that a node paints with all that lies in it, cut by what clips it; null when nothing is left. */
function renderBounds(draft: Draft, matrix: Matrix, clip: Box | null): Box | null {
  const painted = paintedBox(draft, matrix);
  const cut = painted === null ? null : intersect(painted, clip);
  return cut === null ? null : tidy(cut);
}

function paintedBox(draft: Draft, matrix: Matrix): Box | null {
  const own = draft.type === 'GROUP' ? [] : [mapBox(matrix, withEffects(draft, ownInk(draft)))];
  let mask: Box | null = null;
  const inner: Box[] = [];
  if (!draft.clips) {
    for (const child of draft.children ?? []) {
      const seen = paintedBox(child, multiply(matrix, place(child)));
      if (seen === null) continue;
      const cut = intersect(seen, mask);
      if (child.extra.isMask) mask = seen;
      else if (cut !== null) inner.push(cut);
    }
  }
  const all = [...own, ...inner];
  return all.length === 0 ? null : union(all);
}

function linkKeys(draft: Draft, names: Names): Pick<RestNode, 'interactions'> & Record<string, unknown> {
  const interactions: Interaction[] = (draft.links ?? []).map((link) => ({
    trigger: { type: 'ON_CLICK' },
    actions: [
      {
        type: 'NODE',
        destinationId: idOf(names, keyed(names, link.to)),
        navigation: 'NAVIGATE',
        transition: link.transition,
        preserveScrollPosition: false,
        resetVideoPosition: false,
      },
    ],
  }));
  const first = draft.links?.[0];
  if (first === undefined) return { interactions };
  return {
    transitionNodeID: idOf(names, keyed(names, first.to)),
    transitionDuration: first.transition.duration,
    transitionEasing: first.transition.easing.type,
    interactions,
  };
}

/** The id of a layer inside an instance: the instance's id, then that of the component's layer. */
function inside(draft: Draft, id: string, index: number, names: Names): string {
  const root = id.startsWith('I') ? id : `I${id}`;
  if (draft.component !== undefined) {
    const child = keyed(names, draft.component).children?.[index];
    if (child === undefined) throw new Error(`"${draft.name}" has more layers than its component`);
    return `${root};${idOf(names, child)}`;
  }
  const own = root.slice(root.lastIndexOf(';') + 1);
  const layer = [...names.ids].find(([, value]) => value === own)?.[0].children?.[index];
  if (layer === undefined) throw new Error(`"${draft.name}" has more layers than its component`);
  return `${root.slice(0, root.lastIndexOf(';'))};${idOf(names, layer)}`;
}

function instanceKeys(draft: Draft, id: string, names: Names) {
  const component = keyed(names, draft.component ?? '');
  const overrides: { id: string; overriddenFields: readonly string[] }[] = [];
  const compare = (a: Draft, b: Draft, path: string): void => {
    const fields = overriddenFields(a, b);
    if (fields.length > 0) overrides.push({ id: path, overriddenFields: fields });
    b.children?.forEach((child, index) => {
      const other = a.children?.[index];
      if (other && child.type !== 'INSTANCE') compare(other, child, inside(b, path, index, names));
    });
  };
  compare(component, draft, id);
  return { componentId: idOf(names, component), overrides };
}
