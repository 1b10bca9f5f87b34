import type { Task } from '../task.ts';
import { visibleNodes } from '../walk.ts';
import { createHash } from './hash.ts';

const LIMIT = 5000;
const SAMPLES = 512;

/** What decides how a node looks. Where it lies on the page, its name and its links do not. */
const LOOKS = [
  'opacity',
  'blendMode',
  'isMask',
  'fills',
  'strokes',
  'effects',
  'strokeWeight',
  'strokeAlign',
  'strokeCap',
  'strokeJoin',
  'dashPattern',
  'strokeTopWeight',
  'strokeRightWeight',
  'strokeBottomWeight',
  'strokeLeftWeight',
  'clipsContent',
  'maskType',
  'topLeftRadius',
  'topRightRadius',
  'bottomRightRadius',
  'bottomLeftRadius',
  'cornerSmoothing',
  'itemReverseZIndex',
  'characters',
  'fontSize',
  'fontName',
  'letterSpacing',
  'lineHeight',
  'textCase',
  'textDecoration',
  'textAlignHorizontal',
  'textAlignVertical',
  'fillGeometry',
  'arcData',
] as const;

/** Figma gives a symbol where a text has several sizes or fills. */
const MIXED = 'mixed';
const SPANS: Array<'fontSize' | 'fontName' | 'fills' | 'letterSpacing' | 'lineHeight' | 'textDecoration'> = [
  'fontSize',
  'fontName',
  'fills',
  'letterSpacing',
  'lineHeight',
  'textDecoration',
];

/** Told of every node's own looks, parents before children. */
export type NoteLooks = (node: SceneNode, own: readonly string[]) => void;

/**
 * Changes when what the frame looks like does; moving it about the page leaves it alone.
 *
 * @param note what is read for it, for others who need it: each reading crosses into Figma
 */
export async function fingerprintOf(frame: SceneNode, task: Task, note?: NoteLooks): Promise<string> {
  const hash = createHash();
  for await (const node of visibleNodes(frame, task, LIMIT)) {
    hash.add(node.type);
    hash.add(`${node.width}×${node.height}`);
    if (node !== frame && 'relativeTransform' in node) hash.add(JSON.stringify(node.relativeTransform));
    const looks = LOOKS.map((name) => look(node, name));
    for (const part of looks) hash.add(part);
    const spans =
      node.type === 'TEXT' && looks.includes(MIXED)
        ? JSON.stringify(node.getStyledTextSegments(SPANS))
        : null;
    if (spans !== null) hash.add(spans);
    note?.(node, [...looks, spans ?? '']);
    hash.add('children' in node ? String(node.children.length) : '');
  }
  return hash.digest();
}

function look(node: SceneNode, name: (typeof LOOKS)[number]): string {
  if (!(name in node)) return '';
  let value: unknown;
  try {
    value = Reflect.get(node, name);
  } catch {
    // Figma throws for properties whose feature is off: they look like nothing then.
    return '';
  }
  if (typeof value === 'symbol') return MIXED;
  const text = JSON.stringify(value) ?? '';
  return name === 'fillGeometry' ? sampled(text) : text;
}

/** Outlines run to megabytes: their length and every so many characters tell one from another. */
function sampled(text: string): string {
  if (text.length <= SAMPLES) return text;
  const step = Math.ceil(text.length / SAMPLES);
  let kept = `${text.length}:`;
  for (let at = 0; at < text.length; at += step) kept += text[at];
  return kept;
}
