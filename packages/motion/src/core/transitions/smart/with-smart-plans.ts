import type { Layer, NodeId, Shot } from '@animatic/schema';
import type { Lifted, ShotTimeline, Timeline, TransitionSpan } from '../../timeline.ts';
import { liftedBy, type SmartPlan, smartPlan } from './smart-plan.ts';

/** What is lifted in one transition reaches into the next one; past this many rounds it is left as it is. */
const ROUNDS = 8;
/** Bitmaps are not made larger than this for a layer that grows. */
const MOST = 2;

interface Passage {
  /** The shot that it leads out of; the clip's end where it leads back to its beginning. */
  from: number | 'loop';
  span: TransitionSpan;
  before: number;
  after: number;
  plan: SmartPlan;
  /** What has the same frame coordinates lies in the same place, whichever of the two shots is seen. */
  still: boolean;
}

/**
 * A timeline whose smart animates know which layers become which; those layers are drawn apart from their frames.
 * A smart animate between shots that do not carry layers stays without a plan.
 */
export function withSmartPlans(timeline: Timeline, shots: readonly Shot[]): Timeline {
  const passages = passagesOf(timeline, shots);
  if (passages.length === 0) return timeline;
  const lifted = timeline.shots.map((shot) => new Set(shot.lifted.map(({ layer }) => layer)));
  for (let round = 0; round < ROUNDS && lift(passages, lifted); round++);
  const spanFrom = (from: number | 'loop') => {
    const found = passages.find((passage) => passage.from === from);
    return found && { ...found.span, smart: found.plan };
  };
  return {
    ...timeline,
    loop: spanFrom('loop') ?? timeline.loop,
    shots: timeline.shots.map((shot, index): ShotTimeline => {
      const transition = spanFrom(index) ?? shot.transition;
      const into = passages.find(({ after }) => after === index);
      const leaves = passages.some(({ before }) => before === index);
      return {
        ...shot,
        lifted: inOrder(shots[index], lifted[index] ?? new Set(), sizesIn(passages, index)),
        ...(into && { apart: into.span.seconds }),
        ...(leaves && { apart: Number.POSITIVE_INFINITY }),
        ...(transition && { transition }),
      };
    }),
  };
}

function passagesOf(timeline: Timeline, shots: readonly Shot[]): Passage[] {
  const spans = [
    ...timeline.shots.map(({ index, transition: span }) => ({
      from: index,
      span,
      before: index,
      after: index + 1,
    })),
    { from: 'loop' as const, span: timeline.loop ?? undefined, before: timeline.shots.length - 1, after: 0 },
  ];
  return spans.flatMap(({ from, span, before, after }): Passage[] => {
    const [leaving, coming] = [timeline.shots[before], timeline.shots[after]];
    const [a, b] = [shots[before], shots[after]];
    if (span?.kind !== 'smart-animate' || !leaving || !coming || !a || !b) return [];
    const plan = smartPlan({ shot: a, times: leaving }, { shot: b, times: coming });
    return plan ? [{ from, span, before, after, plan, still: sameSpace(leaving, coming) }] : [];
  });
}

/** True where more layers had to be lifted. */
function lift(passages: readonly Passage[], lifted: readonly Set<NodeId>[]): boolean {
  let grew = false;
  for (const { before, after, plan, still } of passages) {
    const [a, b] = [lifted[before], lifted[after]];
    if (!a || !b) continue;
    const size = a.size + b.size;
    const found = liftedBy(plan, { before: a, after: b }, still);
    for (const id of found.before) a.add(id);
    for (const id of found.after) b.add(id);
    if (a.size + b.size > size) grew = true;
  }
  return grew;
}

function sameSpace(a: ShotTimeline, b: ShotTimeline): boolean {
  return !a.scroll && !b.scroll && Math.abs(a.scene.frame.width - b.scene.frame.width) < 0.5;
}

/** How much larger than in its own frame each layer of a shot gets. */
function sizesIn(passages: readonly Passage[], shot: number): Map<NodeId, number> {
  const largest = new Map<NodeId, number>();
  const note = (own: Layer, other: Layer) => {
    const ratio = Math.max(
      other.box.width / Math.max(1, own.box.width),
      other.box.height / Math.max(1, own.box.height),
    );
    largest.set(own.id, Math.min(MOST, Math.max(1, ratio, largest.get(own.id) ?? 1)));
  };
  for (const { plan, before: from, after: to } of passages)
    for (const { before, after, passing } of plan.parts) {
      if (passing !== 'stretch' || !before || !after) continue;
      if (from === shot) note(before, after);
      if (to === shot) note(after, before);
    }
  return largest;
}

function inOrder(
  shot: Shot | undefined,
  ids: ReadonlySet<NodeId>,
  sizes: ReadonlyMap<NodeId, number>,
): Lifted[] {
  return (shot?.layers ?? []).flatMap(({ id, clips }): Lifted[] => {
    const largest = sizes.get(id) ?? 1;
    return ids.has(id) ? [{ layer: id, clips, ...(largest > 1.01 && { largest }) }] : [];
  });
}
