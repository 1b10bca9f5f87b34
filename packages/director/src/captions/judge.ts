import type { LayerMotion, Outline, OutlineNode, Rect } from '@animatic/schema';
import type { Directed } from '../api.ts';
import { leaves, walk } from '../find/outline.ts';
import { checkout } from '../testing.ts';
import { viewportHeight } from '../time/scroll.ts';
import { article, type CaptionCase, dashboard, profile } from './stranger.ts';

const frames = { checkout, dashboard, article, profile };
export const frameOfCase = (row: CaptionCase): Outline => frames[row.frame ?? 'checkout']();

/** What a caption gave that it should not have, or did not give: empty where it was understood. By the rules of `CaptionCase`. */
export function faults(row: CaptionCase, outline: Outline, made: Directed): string[] {
  const out: string[] = [];
  const { motion } = made;
  const check = (name: string, fine: boolean, got: unknown) => {
    if (!fine) out.push(`${name}: ${JSON.stringify(got)}`);
  };
  if (row.camera)
    check(
      'camera',
      cameraFits(row.camera, outline, made),
      motion.camera.map((step) => [step.move, nameAt(outline, step.focus)]),
    );
  if (row.layers)
    check(
      'layers',
      layersFit(row.layers, outline, motion.layers),
      motion.layers.map(({ effect, phase, layers, from, by }) => [effect, phase, layers, from, by]),
    );
  if (row.overlays)
    check(
      'overlays',
      row.overlays.length === motion.overlays.length &&
        row.overlays.every(
          ({ effect, on }, index) =>
            motion.overlays[index]?.effect === effect &&
            motion.overlays[index]?.boxes.some((box) => isOn(outline, on, box)) === true,
        ),
      motion.overlays.map((one) => [one.effect, one.boxes.map((box) => nameAt(outline, box))]),
    );
  if (row.scrolls !== undefined) check('scrolls', scrollFits(row.scrolls, outline, made), motion.scroll);
  const options = made.chips.flatMap((chip) => chip.options);
  if (row.pace)
    check(
      'pace',
      options.some(({ name, value }) => name === 'pace' && value === row.pace),
      options.flatMap((one) => (one.name === 'pace' ? [one.value] : [])),
    );
  const mood = row.mood === 'bouncy' ? 'playful' : row.mood;
  if (mood)
    check(
      'mood',
      options.some(({ name, value }) => name === 'mood' && value === mood),
      '',
    );
  if (row.seconds !== undefined)
    check('seconds', Math.abs(made.duration - row.seconds) < 0.01, made.duration);
  if (row.still)
    check(
      'still',
      motion.camera.every(({ move }) => move === 'hold') &&
        motion.layers.length + motion.overlays.length + motion.scroll.length === 0,
      motion,
    );
  const said = made.notes
    .filter(({ kind }) => kind !== 'taste')
    .map(({ words }) => row.words.slice(words.from, words.to));
  const like = (a: string, b: string) =>
    a.toLowerCase().includes(b.toLowerCase()) || b.toLowerCase().includes(a.toLowerCase());
  const wanted = row.notUnderstood ?? [];
  check(
    'notes',
    wanted.every((words) => said.some((one) => like(one, words))) &&
      said.every((one) => wanted.some((words) => like(one, words))),
    said,
  );
  return out;
}

function cameraFits(
  wanted: NonNullable<CaptionCase['camera']>,
  outline: Outline,
  { motion }: Directed,
): boolean {
  const lone = (steps: readonly { move: string }[]) => steps.every(({ move }) => move === 'hold');
  if (lone(wanted)) return lone(motion.camera);
  return (
    wanted.length === motion.camera.length &&
    wanted.every(({ move, on }, index) => {
      const step = motion.camera[index];
      return (
        step?.move === move &&
        (on === undefined || (step.focus !== undefined && isOn(outline, on, step.focus)))
      );
    })
  );
}

function named(outline: Outline, name: string): OutlineNode[] {
  return [...walk(outline)]
    .map(({ node }) => node)
    .filter((node) => node.name === name || node.text === name);
}

const same = (a: Rect, b: Rect) =>
  Math.abs(a.x - b.x) + Math.abs(a.y - b.y) + Math.abs(a.width - b.width) + Math.abs(a.height - b.height) < 1;

/** The box of that layer, or of a container that is hardly more. */
function isOn(outline: Outline, name: string, box: Rect): boolean {
  const nodes = named(outline, name);
  if (nodes.some((node) => same(node.box, box))) return true;
  return [...walk(outline)].some(
    ({ node }) =>
      same(node.box, box) &&
      [...leaves(node)].length <= 3 &&
      [...walk(node)].some((inner) => nodes.includes(inner.node)),
  );
}

function nameAt(outline: Outline, box: Rect | undefined): string {
  if (!box) return '';
  return [...walk(outline)].find(({ node }) => same(node.box, box))?.node.name ?? `${Object.values(box)}`;
}

interface Group {
  effect: string;
  phase: string | undefined;
  from: string | undefined;
  by: string | undefined;
  of: string[];
}

/** Neighbours that do the same are one family. */
function merged(groups: readonly Group[]): Group[] {
  const out: Group[] = [];
  for (const group of groups) {
    const last = out.at(-1);
    if (last && last.effect === group.effect && last.phase === group.phase && last.from === group.from) {
      last.of = [...new Set([...last.of, ...group.of])];
      last.by ??= group.by;
    } else out.push({ ...group });
  }
  return out;
}

function layersFit(
  wanted: NonNullable<CaptionCase['layers']>,
  outline: Outline,
  got: readonly LayerMotion[],
): boolean {
  const phaseOf = (effect: string, phase: string | undefined) =>
    effect === 'pulse' ? 'stay' : (phase ?? 'enter');
  const asked = merged(
    wanted.map(({ effect, of, phase, from, by }) => ({
      effect,
      phase: phaseOf(effect, phase),
      from,
      by,
      of: of.flatMap((name) => named(outline, name)[0]?.id ?? `?${name}`),
    })),
  );
  const sorted = [...got].sort((a, b) => a.at - b.at);
  const pairs = (sides: boolean) =>
    merged(
      sorted.map(({ effect, phase, from, by, layers }) => ({
        effect,
        phase,
        from: sides ? from : undefined,
        by: by === 'order' ? undefined : by,
        of: layers,
      })),
    );
  const made = pairs(asked.some(({ from }) => from !== undefined));
  return (
    asked.length === made.length &&
    asked.every((one, index) => {
      const other = made[index];
      if (!other || one.effect !== other.effect || one.phase !== other.phase) return false;
      if (one.from !== undefined && one.from !== other.from) return false;
      if (one.by !== undefined && one.by !== (other.by ?? 'order')) return false;
      return sameLayers(outline, one.of, other.of, one.by !== undefined && one.by !== 'order');
    })
  );
}

function sameLayers(
  outline: Outline,
  wanted: readonly string[],
  got: readonly string[],
  anyOrder: boolean,
): boolean {
  if (wanted.length === got.length && wanted.every((id, index) => id === got[index])) return true;
  const cover = (ids: readonly string[]) => {
    const covered = new Set<string>();
    for (const { node } of walk(outline))
      if (ids.includes(node.id)) for (const leaf of leaves(node)) covered.add(leaf.id);
    return [...covered].sort().join();
  };
  const sameNumber = wanted.length === got.length && wanted.every((id) => got.includes(id));
  return (anyOrder || !sameNumber) && cover(wanted) === cover(got);
}

function scrollFits(wanted: boolean | string, outline: Outline, { motion }: Directed): boolean {
  const last = motion.scroll.at(-1);
  if (wanted === false || !last) return wanted === false && !last;
  if (wanted === true) return true;
  const height = viewportHeight(outline);
  return named(outline, wanted).some(({ box }) =>
    motion.scroll.some(
      ({ to }) => box.y >= to - 1 && box.y + Math.min(box.height, height * 0.5) <= to + height,
    ),
  );
}
