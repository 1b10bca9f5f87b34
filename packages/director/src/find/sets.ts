import type { Frame, Target } from './frame.ts';
import { isApart, shareOf } from './outline.ts';
import { contentOf } from './structure.ts';

/** Everything that moves when everything moves: the frame's own layers, in taste's order later. */
export function everything(frame: Frame): Target | null {
  const members = contentOf(frame.outline);
  return members.length > 0 ? { called: frame.language.say.all, members, all: true, many: true } : null;
}

/** What of a target can be taken out of the picture and is not its ground. */
export function movable({ outline }: Frame, target: Target): Target | null {
  const members = target.members.filter((each) => isApart(each) && shareOf(each.node, outline) < 0.9);
  return members.length > 0 ? { ...target, members } : null;
}

/** The target without others: those that it names, lie in them, or hold nothing but them. */
export function without(target: Target, others: readonly Target[]): Target | null {
  const out = new Set(others.flatMap((other) => other.members.map((each) => each.node)));
  const above = new Set(others.flatMap((other) => other.members.flatMap((each) => each.ancestors)));
  const members = target.members.filter(
    ({ node, ancestors }) =>
      !out.has(node) && !ancestors.some((each) => out.has(each)) && (target.many || !above.has(node)),
  );
  const kept = members.filter(({ node }) => !above.has(node));
  const { all: _, ...rest } = target;
  if (kept.length === 0) return null;
  const left = kept.length < target.members.length ? rest : target;
  const but = (target.all || target.but) && [target.but, ...others.map((other) => other.called)];
  return { ...left, members: kept, ...(but && { but: but.filter(Boolean).join(', ') }) };
}
