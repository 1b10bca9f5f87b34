import type { CameraMove, Direction, Outline } from '@animatic/schema';
import type { Target } from '../find/frame.ts';
import type { CameraWord } from '../language/language.ts';
import type { Act, Np } from './act.ts';
import type { CameraIntent } from './intents.ts';

/** What a camera act needs to know of what was said before. */
export interface CameraContext {
  outline: Outline;
  /** What the camera looks at when the act begins. */
  at: Target | undefined;
  /** The camera has moved before. */
  moved: boolean;
  resolve(np: Np): Target | null;
}

type Step = Pick<CameraIntent, 'move' | 'target' | 'starts'>;

const PANS: Record<Direction, CameraMove> = {
  left: 'pan-left',
  right: 'pan-right',
  up: 'tilt-up',
  down: 'tilt-down',
};
const OPPOSITE: Record<Direction, Direction> = { left: 'right', right: 'left', up: 'down', down: 'up' };

/** What one act asks of the camera: mostly one step. Null where its words are no camera's. */
export function readCamera(act: Act, word: CameraWord, context: CameraContext): Step[] | null {
  const layers = act.nps.filter((np) => np.what !== 'whole' && np.what !== 'all');
  const wide = act.nps.some((np) => np.what === 'whole' || np.what === 'all');
  const found = layers.flatMap((np) => {
    const target = context.resolve(np);
    return target ? [{ np, target }] : [];
  });
  const from = found.find(({ np }) => np.prep === 'from')?.target;
  // “Down past the chart to the button.”
  const passing = found.some(({ np }) => np.prep === 'to' || np.prep === 'toward');
  const rest = found
    .filter(({ np }) => np.prep !== 'from' && !(passing && np.prep === 'across'))
    .map(({ target }) => target);
  const to = together(rest);
  const side = sideOf(act);
  // “Push notification”, “Zoom meeting”: a noun stands where a place should be.
  const after = act.headWords?.to ?? 0;
  if (word.loose && act.unknown.some(({ from }) => from > after && from - after < 3)) return null;
  if (word.loose && act.particle === 'out') return [{ move: 'pull-out', target: from ?? to }];
  switch (word.move) {
    case 'pan':
      return pan(context, { side, from, to, across: found.some(({ np }) => np.prep === 'across') });
    case 'tilt-up':
    case 'tilt-down': {
      const move =
        act.particle === 'up' || act.mods.to === 'up' || act.mods.way === 'up' ? 'tilt-up' : word.move;
      return [{ move, target: to }];
    }
    case 'go': {
      if (act.particle === 'out') return [{ move: 'pull-out', target: from ?? to }];
      const near = act.particle === 'in' || found.some(({ np }) => np.prep === 'toward' || np.prep === 'on');
      if (near && to) return [...(from ? arriving(context, from) : []), { move: 'push-in', target: to }];
      if (to || from || wide) return dolly(context, { side, from, to: rest, wide });
      return side ? [{ move: PANS[side] }] : act.particle === 'in' ? [{ move: 'push-in' }] : null;
    }
    case 'dolly':
      return dolly(context, { side, from, to: rest, wide });
    case 'back':
      return to ? [{ move: 'dolly', target: to }] : [{ move: 'pull-out', target: from }];
    case 'start': {
      const close = to ?? from;
      return close ? [{ move: 'dolly', target: close, starts: true }] : [];
    }
    case 'end':
      if (wide && !to) return [{ move: 'pull-out' }];
      return to ? [{ move: context.moved ? 'dolly' : 'push-in', target: to }] : null;
    case 'drift':
      if (side && !to) return [{ move: PANS[side] }];
      return to ? [{ move: 'push-in', target: to }] : [{ move: 'hold' }];
    case 'pull-out':
      // “… to the whole screen” says where it ends; “from the chart” and “of the chart” where it starts.
      return [{ move: 'pull-out', target: from ?? to }];
    case 'push-in':
      if (from && to) return [...arriving(context, from), { move: 'push-in', target: to }];
      return [{ move: 'push-in', target: to ?? from }];
    case 'pan-left':
    case 'pan-right':
    case 'hold':
      return [{ move: word.move, target: to }];
  }
}

function sideOf({ mods, particle }: Act): Direction | undefined {
  if (mods.way) return mods.way;
  if (mods.to) return mods.to;
  if (mods.from) return OPPOSITE[mods.from];
  return particle === 'up' || particle === 'down' ? particle : undefined;
}

function pan(
  { outline }: CameraContext,
  {
    side,
    from,
    to,
    across,
  }: { side: Direction | undefined; from: Target | undefined; to: Target | undefined; across: boolean },
): Step[] {
  if (side) return [{ move: PANS[side], target: across ? undefined : to }];
  if (!to) return [{ move: 'pan-right' }];
  const box = boxOf(to);
  if (across) return [{ move: box.height > box.width * 1.2 ? 'tilt-down' : 'pan-right' }];
  const start = from ? middle(from) : { x: outline.size.width / 2, y: outline.size.height / 2 };
  return [{ move: PANS[wayOf(start, middle(to), outline)], target: to }];
}

function dolly(
  context: CameraContext,
  {
    side,
    from,
    to,
    wide,
  }: { side: Direction | undefined; from: Target | undefined; to: Target[]; wide: boolean },
): Step[] | null {
  const [first] = to;
  if (!first) {
    if (wide) return [{ move: 'pull-out', target: from }];
    if (from) return [{ move: 'pull-out', target: from }];
    return side ? [{ move: PANS[side] }] : null;
  }
  const steps: Step[] = to.map((target) => ({ move: 'dolly', target }));
  return from ? [...arriving(context, from), ...steps] : steps;
}

/** The place that a move starts from, unless the camera is there. */
function arriving({ at }: CameraContext, from: Target): Step[] {
  const there = at && from.members.every((one) => at.members.some((each) => each.node === one.node));
  return there ? [] : [{ move: 'dolly', target: from }];
}

/** Several targets of one look: all of them are in view. */
export function together(targets: readonly Target[]): Target | undefined {
  const [first, ...more] = targets.filter(
    (one, index) =>
      !targets
        .slice(0, index)
        .some(
          (before) =>
            before.members[0]?.node === one.members[0]?.node && before.members.length === one.members.length,
        ),
  );
  if (!first || more.length === 0) return first;
  return {
    called: targets.map((one) => one.called).join(' + '),
    members: targets.flatMap((one) => one.members),
    many: true,
  };
}

export function boxOf({ members }: Target): { x: number; y: number; width: number; height: number } {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { node } of members) {
    left = Math.min(left, node.box.x);
    top = Math.min(top, node.box.y);
    right = Math.max(right, node.box.x + node.box.width);
    bottom = Math.max(bottom, node.box.y + node.box.height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function middle(target: Target): { x: number; y: number } {
  const box = boxOf(target);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

function wayOf(from: { x: number; y: number }, to: { x: number; y: number }, { size }: Outline): Direction {
  const dx = (to.x - from.x) / size.width;
  const dy = (to.y - from.y) / size.height;
  if (Math.abs(dx) > Math.abs(dy)) return dx < 0 ? 'left' : 'right';
  return dy < 0 ? 'up' : 'down';
}
