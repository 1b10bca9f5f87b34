import type { OutlineNode } from '@animatic/schema';
import { byFamily, carries } from './by-family.ts';
import { byRole, byWholeName, byWords } from './by-name.ts';
import { type Frame, single, type Target } from './frame.ts';
import { leaves, type Placed, shareOf } from './outline.ts';
import { roleOf, withRole } from './roles.ts';
import { findBare } from './targets.ts';

/** Words in a compound name. */
const MOST_COMPOUND = 4;

/** “Product photos”, “card titles”: the second in each of the first. “Sales chart”: the chart that is about sales. */
export function compound(frame: Frame, words: readonly string[]): Target | null {
  if (words.length > MOST_COMPOUND) return null;
  for (let cut = words.length - 1; cut > 0; cut--) {
    const [holder, inner] = [words.slice(0, cut), words.slice(cut)];
    const about = roleAbout(frame, holder, inner);
    if (about) return about;
    const last = holder.at(-1) ?? '';
    const many = byFamily(frame, [...holder.slice(0, -1), `${last}s`], undefined);
    const around =
      many ??
      byRole(frame, holder.join(' ')) ??
      byWholeName(frame, holder.join(' ')) ??
      byWords(frame, holder);
    if (!around) continue;
    // “The KPI row”: those that are in it.
    if (many && roleOf(frame, inner.join(' '))?.role === 'list') return { ...many, called: words.join(' ') };
    const found = inEach(frame, inner, around);
    if (found) return { ...found, called: found.many ? words.join(' ') : found.called };
    const above = around.members.length === 1 ? carrying(frame, around.members[0], inner) : null;
    if (above) return above;
    const { generic, members, singular } = frame.language;
    if (
      around.members.length === 1 &&
      inner.every(
        (word) => (generic.has(singular(word)) || members.has(word)) && !frame.language.ones.has(word),
      )
    )
      return around;
  }
  return null;
}

function inEach(frame: Frame, inner: readonly string[], around: Target): Target | null {
  const last = inner.at(-1) ?? '';
  const one = frame.language.singular(last);
  if (around.members.length < 2 || one === last) return findBare(frame, inner, undefined, around);
  const found = around.members.flatMap((member) => {
    const lone = { ...around, members: [member] };
    return (
      (
        findBare(frame, [...inner.slice(0, -1), one], undefined, lone) ??
        findBare(frame, inner, undefined, lone)
      )?.members ?? []
    );
  });
  return found.length > 1 ? { called: inner.join(' '), members: found, many: true } : null;
}

/** The thing itself or what it lies in, where that is called so: “the customers nav item”. */
function carrying(frame: Frame, placed: Placed | undefined, words: readonly string[]): Target | null {
  if (!placed) return null;
  const way: Placed[] = [placed];
  for (let up = placed.ancestors.length - 1; up > 0 && way.length < 4; up--) {
    const node = placed.ancestors[up];
    if (node) way.push({ node, ancestors: placed.ancestors.slice(0, up) });
  }
  return single(
    way.find(({ node }) => words.every((word) => carries(frame, node, frame.language.singular(word)))),
  );
}

/** Of those with a role the one that carries the words itself, in what it lies in, or in what lies in it. */
function roleAbout(frame: Frame, words: readonly string[], noun: readonly string[]): Target | null {
  const known = roleOf(frame, noun.join(' '));
  if (!known || known.many) return null;
  const holds = (node: OutlineNode) => {
    const text =
      `${node.name.slice(0, 200)} ${node.text?.slice(0, 200) ?? ''} ${node.component ?? ''}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
  const all = withRole(frame, known.role).slice(0, 120);
  const own = all.find(({ node }) => holds(node));
  const around = own ?? all.find(({ ancestors }) => ancestors.slice(1).some(holds));
  const beside =
    around ??
    all.find((placed) => {
      const small = placed.ancestors
        .slice(1)
        .findLast((node) => shareOf(node, frame.outline) < 0.2 && node.children.length > 1);
      return [placed.node, ...(small ? [small] : [])].some((node) => [...leaves(node)].some(holds));
    });
  const one = single(beside);
  return one && (known.role === 'chart' || known.role === 'ring' || known.role === 'line')
    ? { ...one, chart: true }
    : one;
}
