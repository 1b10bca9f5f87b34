import {
  formatSize,
  type GenerationStart,
  type IntentStart,
  isBlank,
  type Rect,
  type Shot,
  type Size,
} from '@animatic/schema';
import type { CatalogueModel } from '../catalogue/catalogue.ts';
import type { AskPlan, AskRefusal } from './ask-plan.ts';
import { innerOf, innerWithin } from './inner-of.ts';
import type { Planned, ShotToPlan } from './plan-shot.ts';
import { nearestSize, sizeName } from './size.ts';

/** What is known of an earlier generation. */
export interface MadeBefore {
  /** Its model's id in the catalogue. */
  model: string;
  size: Size;
  seconds: number | null;
  inner?: Rect | undefined;
}

/** What a call starts from, with the size that follows from it. */
export interface PlannedStart {
  start: IntentStart;
  size: Size;
  inner?: Rect | undefined;
  /** Where they follow from what it is made from. */
  seconds?: number | undefined;
}

type Start = PlannedStart | { refusal: AskRefusal };

/** @example refused('generation.seconds', 'Veo makes no 5 seconds', '4, 6 or 8 seconds') */
export const refused = (path: string, message: string, allowed?: string): { refusal: AskRefusal } => ({
  refusal: { path, message, ...(allowed !== undefined && { allowed }) },
});

const path = 'generation.from';

/**
 * What a shot starts from, as its model takes it: its own extension where it has one, else the last frame.
 *
 * @param planBase plans another shot of the board, which this one goes on from
 */
export function planStart(
  input: ShotToPlan,
  model: CatalogueModel,
  planBase: (shot: Shot) => Planned,
): Start {
  const { shot } = input;
  const from: GenerationStart = shot.generation?.from ?? { kind: 'words' };
  const short = shot.generation?.resolution ?? input.format.resolution;
  const clip = formatSize(input.format, (input.shots[0] ?? shot).size);
  switch (from.kind) {
    case 'words':
      if (!model.takes.words)
        return refused(path, `${model.name} needs a picture to start from`, startsOf(model));
      return { start: { kind: 'words' }, size: nearestSize(model, clip, short) };
    case 'still':
    case 'between':
      return planFrames(shot, from, model, short);
    case 'extend': {
      const base = input.shots.find(({ id }) => id === from.shot);
      if (!base)
        return refused(`${path}.shot`, 'the shot that this one goes on from is not on the board any more');
      if (base.engine === 'motion')
        return refused(
          `${path}.shot`,
          'the shot that this one goes on from is drawn, not generated: animate its frame instead',
        );
      const planned = planBase(base);
      if ('refusal' in planned)
        return refused(`${path}.shot`, `the shot before it cannot be made: ${planned.refusal.message}`);
      const plan = planned.plans[Math.min(base.generation?.chosen ?? 0, planned.plans.length - 1)];
      if (!plan) return refused(`${path}.shot`, 'the shot that this one goes on from makes no footage');
      return goOn(model, { fingerprint: plan.fingerprint }, madeBy(plan), short);
    }
    case 'extend-take': {
      const before = input.made?.get(from.of) ?? { model: model.id, size: clip, seconds: null };
      return goOn(model, { generation: from.of }, before, short);
    }
    case 'remix':
    case 'edit':
      return planChange(from, input.made?.get(from.of), model, nearestSize(model, clip, short));
  }
}

const madeBy = ({ model, intent }: AskPlan): MadeBefore => ({
  model: model.id,
  size: intent.size,
  seconds: intent.seconds,
  inner: intent.inner,
});

function planFrames(
  { still }: Shot,
  from: Extract<GenerationStart, { kind: 'still' | 'between' }>,
  model: CatalogueModel,
  short: number,
): Start {
  if (!model.takes.firstFrame) return refused(path, `${model.name} takes no first frame`, startsOf(model));
  if (from.kind === 'between' && !model.takes.lastFrame)
    return refused(path, `${model.name} takes no last frame`, startsOf(model));
  if (isBlank(still))
    return refused(path, 'this shot has no frame to animate', 'words, or a frame from the canvas');
  const size = nearestSize(model, still, short);
  const { fit } = from;
  const last = from.kind === 'between' ? { last: from.last.still } : {};
  return { start: { kind: 'frames', first: still, ...last, fit }, size, inner: innerOf(still, size, fit) };
}

/** Goes on from footage: by the model's own extension of what it made itself, else from the last frame. */
function goOn(
  model: CatalogueModel,
  of: { fingerprint: string } | { generation: string },
  before: MadeBefore,
  short: number,
): Start {
  const { takes } = model;
  const own = takes.extend && before.model === model.id;
  if (own && (!model.extendSizes || model.extendSizes.includes(sizeName(before.size))))
    return { start: { kind: 'extend', of }, size: before.size, inner: before.inner };
  if (!takes.firstFrame)
    return refused(
      path,
      `${model.name} can neither extend this nor start from its last frame`,
      startsOf(model),
    );
  const size = hasSize(model, before.size) ? before.size : nearestSize(model, before.size, short);
  const inner = innerWithin(innerOf(before.size, size, 'letterbox'), before.inner);
  return { start: { kind: 'last-frame', of }, size, inner };
}

const hasSize = ({ sizes, anySize }: CatalogueModel, { width, height }: Size): boolean =>
  sizes.length > 0
    ? sizes.some((size) => size.width === width && size.height === height)
    : anySize !== undefined &&
      width % anySize.multiple === 0 &&
      height % anySize.multiple === 0 &&
      Math.max(width, height) <= anySize.max &&
      width * height <= (anySize.maxPixels ?? anySize.max ** 2);

/** A new take from an earlier one: only who made it can change it. */
function planChange(
  { kind, of }: { kind: 'remix' | 'edit'; of: string },
  before: MadeBefore | undefined,
  model: CatalogueModel,
  size: Size,
): Start {
  if (!model.takes[kind]) return refused(path, `${model.name} cannot ${kind} a take`, startsOf(model));
  if (before && before.model !== model.id)
    return refused(path, `the take was made by ${before.model}, and only that can ${kind} it`, before.model);
  return {
    start: { kind, of: { generation: of } },
    size: before?.size ?? size,
    inner: before?.inner,
    seconds: before?.seconds ?? undefined,
  };
}

/** What a model starts from, in words. */
function startsOf({ takes }: CatalogueModel): string {
  const starts = [
    takes.words && 'words',
    takes.firstFrame && 'a first frame',
    takes.firstFrame && takes.lastFrame && 'a first and a last frame',
    takes.extend && 'an extension of its own footage',
    takes.remix && 'a remix',
    takes.edit && 'an edit',
  ];
  return starts.filter(Boolean).join(', ');
}
