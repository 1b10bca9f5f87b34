import { directTransition, type PrototypeEasing } from '@animatic/director';
import type { FrameDescription, LinkEasing, PrototypeLink } from '../../protocol/index.ts';
import type { DirectedTransition } from './reading.ts';

/** Asks the director how one frame passes into the next: as the prototype says, else by taste. */
export function readTransition(
  from: FrameDescription | null,
  to: FrameDescription | null,
  links: readonly PrototypeLink[],
): DirectedTransition {
  if (!from || !to) return { transition: { kind: 'cut', direction: 'left', duration: 0 }, linked: false };
  const link = links.find((each) => each.from === from.id && each.to === to.id);
  const { matchLayers, direction, duration, easing } = link ?? {};
  // Figma moves the layers that both frames have and pushes the rest: most of what is seen is a smart animate.
  const type = matchLayers ? 'SMART_ANIMATE' : link?.transition;
  const connection = {
    destination: to.id,
    transition:
      type && type !== 'INSTANT'
        ? { type, direction, duration: duration ?? 0.3, easing: easing && pluginEasing(easing) }
        : null,
  };
  const transition = directTransition(from.outline, to.outline, link ? [connection] : []);
  return { transition, linked: link !== undefined };
}

/** The protocol's easing in the plugin API's own words, which the director reads. */
function pluginEasing({ type, bezier, spring }: LinkEasing): PrototypeEasing {
  return {
    type,
    ...(bezier && {
      easingFunctionCubicBezier: { x1: bezier[0], y1: bezier[1], x2: bezier[2], y2: bezier[3] },
    }),
    ...(spring && { easingFunctionSpring: spring }),
  };
}
