import { type Layer, type NodeId, type Shot, stillsOf } from '@animatic/schema';
import type { CaptureNode } from '../../protocol/frame.ts';
import { abortError } from '../bridge/bridge-error.ts';
import { type CaptureCache, createCaptureCache } from './cache.ts';
import { capturePiece, UnusablePiece } from './capture-piece.ts';
import { MOST_LAYERED_PIXELS } from './capture-scale.ts';
import { captureStill } from './capture-still.ts';
import type { CapturedFields, CapturedShot, CaptureInput } from './captured.ts';
import { type Check, exactnessCheck } from './check-exactness.ts';
import { browserImaging, type Imaging } from './decode.ts';
import { union } from './geometry.ts';
import { allNeeds, motionNeeds, type Needs } from './needs.ts';
import { layerIdOf, nodeIdOf } from './pieces.ts';
import { type Findings, type Plan, planCapture, withoutMoving } from './plan.ts';
import { type Reaches, reachesOf } from './reaches.ts';

/** What a test or another platform puts in the browser's place. */
export interface CaptureTools {
  imaging: Imaging;
  check: Check;
}

/**
 * Captures one frame: the still at once, then only the layers that move and what lies under and over them, one node at
 * a time; layers that put back together would not be the frame are left in it.
 *
 * @throws BridgeError in words for people; an AbortError once `signal` aborts
 * @example
 * const shot = await captureShot({ bridge, frame, motion, scale: 2, signal, onStill: show });
 */
export async function captureShot(
  input: CaptureInput,
  { imaging, check }: CaptureTools = {
    imaging: browserImaging,
    check: exactnessCheck(browserImaging),
  },
): Promise<CapturedShot> {
  const { bridge, frame, motion, scale, view, signal } = input;
  const cache = input.cache ?? createCaptureCache();
  const tell = input.onProgress ?? (() => undefined);
  tell({ stage: 'still', done: 0, total: 1 });
  const { picture, size } = await captureStill({ bridge, imaging, cache, frame, scale, signal });
  stopIfAborted(signal);
  const asked = allNeeds(motionNeeds(motion, frame.outline), input.needs);
  const wanted = [...asked.whole, ...asked.grounds];
  let needs = asked;
  const fields: CapturedFields = {
    source: { node: frame.id, name: frame.name },
    size,
    still: picture,
    layers: [],
  };
  input.onStill?.(captured(fields, cache, { kept: 0, total: wanted.length, merged: [] }));
  const findings: Findings = { refused: new Map(), unusable: new Map() };
  if (picture.width * picture.height > MOST_LAYERED_PIXELS)
    for (const id of wanted) findings.refused.set(id, 'the frame is too large to be taken apart');
  const reaches = withReaches(reachesOf(motion, frame.outline, view), input.reaches);
  for (;;) {
    const plan = planCapture(frame.outline, needs, reaches, findings);
    const layers = await captureAll(plan);
    if (!layers) continue;
    tell({ stage: 'check', done: 0, total: 1 });
    const shot = await exactShot(plan, layers);
    if (!shot) continue;
    tell({ stage: 'done', done: 1, total: 1 });
    return shot;
  }

  /** A container or rectangle that cannot be painted again moves as a picture, with all that lies in it. */
  function asPictures(ids: readonly NodeId[]): void {
    needs = {
      whole: [...needs.whole, ...ids],
      grounds: new Set([...needs.grounds].filter((id) => !ids.includes(id))),
    };
  }

  /** Null where a piece turned out to be unusable: `needs` or `findings` then know, and the plan is made anew. */
  async function captureAll(plan: Plan): Promise<Layer[] | null> {
    const layers: Layer[] = [];
    for (const [index, piece] of plan.pieces.entries()) {
      stopIfAborted(signal);
      tell({ stage: 'layers', done: index, total: plan.pieces.length });
      try {
        const layer = await capturePiece({ bridge, imaging, cache, frame: frame.id, scale, signal }, piece);
        // What stays gets a name of its own: a motion names nodes, and must not move it.
        if (layer) layers.push(piece.moving ? layer : { ...layer, id: `${layer.id}~${index}` });
      } catch (error) {
        if (!(error instanceof UnusablePiece)) throw error;
        if (needs.grounds.has(piece.node.id)) asPictures([piece.node.id]);
        else findings.unusable.set(piece.node.id, error.message);
        return null;
      }
    }
    return layers;
  }

  /** Null where grounds do not hold: `needs` then knows, and the plan is made anew. */
  async function exactShot(plan: Plan, layers: Layer[]): Promise<CapturedShot | null> {
    const full = { ...fields, layers };
    const names = new Set(layers.map((layer) => layer.id));
    const moving = plan.pieces.flatMap((piece) => {
      const id = layerIdOf(piece);
      return piece.moving && names.has(id) ? [id] : [];
    });
    const kept = new Set(moving.map(nodeIdOf));
    const broken = new Set(
      moving.length > 0 ? (await check(shotOf(full), moving, cache.stills)).map(nodeIdOf) : [],
    );
    stopIfAborted(signal);
    const inexact = [...broken].filter((id) => needs.grounds.has(id));
    if (inexact.length > 0) {
      asPictures(inexact);
      return null;
    }
    const total = wanted.length - insideOf(frame.outline, needs, asked).length;
    if (broken.size === 0) return captured(full, cache, { kept: kept.size, total, merged: plan.merged });
    const reasons = new Map([...broken].map((id) => [id, 'taken out, it would not look the same']));
    const rest = withoutMoving(plan, reasons, reaches);
    const fewer = { ...fields, layers: (await captureAll(rest)) ?? [] };
    return captured(fewer, cache, { kept: kept.size - broken.size, total, merged: rest.merged });
  }
}

/** What was to move by itself and now lies in a picture that moves as a whole. */
function insideOf(outline: CaptureNode, needs: Needs, asked: Needs): NodeId[] {
  const whole = new Set(needs.whole.filter((id) => asked.grounds.has(id)));
  const wanted = new Set([...asked.whole, ...asked.grounds]);
  const visit = (node: CaptureNode, inside: boolean): NodeId[] =>
    node.children.flatMap((child) => [
      ...(inside && wanted.has(child.id) ? [child.id] : []),
      ...visit(child, inside || whole.has(child.id)),
    ]);
  return visit(outline, false);
}

function captured(
  fields: CapturedFields,
  { stills }: CaptureCache,
  figures: Pick<CapturedShot, 'kept' | 'total' | 'merged'>,
): CapturedShot {
  const used = new Map<string, Blob>();
  for (const hash of stillsOf({ shots: [shotOf(fields)] })) {
    const blob = stills.get(hash);
    if (blob) used.set(hash, blob);
  }
  return { ...fields, stills: used, ...figures };
}

/** The pixels as a shot of their own, for what reads whole shots. */
function shotOf(fields: CapturedFields): Shot {
  const caption = { direction: '', line: '', title: '' };
  return { ...fields, id: 'capture', caption, duration: 4, engine: 'motion' };
}

/** Where layers come by in their motion, and in the transitions into and out of the shot. */
function withReaches(own: Reaches, more: Reaches | undefined): Reaches {
  const all = new Map(own);
  for (const [id, reach] of more ?? []) {
    const known = all.get(id);
    all.set(id, known ? union(known, reach) : reach);
  }
  return all;
}

function stopIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw abortError();
}
