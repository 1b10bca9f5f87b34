import type { Act, Head } from './act.ts';

/** “The cards rise once the headline is in”, “before the cards rise, zoom in”: as they happen. */
export function ordered(acts: Act[]): Act[] {
  const out: Act[] = [];
  let later: Act | undefined;
  acts.forEach((act, index) => {
    const before = out.at(-1);
    const followed = acts[index + 1]?.sentence === act.sentence;
    if (act.before && followed) {
      later = { ...act, join: 'then' };
      return;
    }
    const trailing =
      act.condition && before && !before.condition && before.sentence === act.sentence && !followed;
    if (trailing) {
      out.pop();
      out.push({ ...act, join: before.join }, { ...before, join: 'then' });
    } else out.push(act);
    if (later) out.push(later);
    later = undefined;
  });
  return out;
}

/** “Hero, headline, cards, button”: nothing but names is the order they come in. */
export function listed(acts: Act[]): Act[] {
  const names = acts.flatMap(({ nps }) => nps.filter(({ what }) => typeof what === 'object'));
  if (
    names.length < 2 ||
    acts.some(({ head, not, only, keep, camera }) => head || not || only || keep || camera)
  )
    return acts;
  return acts.flatMap((act): Act[] =>
    act.nps.length === 0
      ? [act]
      : act.nps.map((np, index) => ({
          ...act,
          nps: [np],
          unknown: index === 0 ? act.unknown : [],
          from: np.from,
          to: np.to,
          join: 'comma',
          head: { is: 'effect', effect: 'rise', weak: true },
        })),
  );
}

export const isVerb = (head: Head | undefined) =>
  head !== undefined &&
  head.is !== 'cannot' &&
  head.is !== 'rest' &&
  head.is !== 'still' &&
  head.is !== 'motion';

/** What has no verb of its own does what was done before, or what will be done next. */
export function inherit(acts: Act[]): void {
  let before: Act | undefined;
  for (const [index, act] of acts.entries()) {
    if (
      act.head ||
      (act.join !== 'then' && act.nps.every(({ what }) => what === 'whole')) ||
      act.nps.every(({ what }) => what === 'it' || (what === 'whole' && act.mods.seconds !== undefined)) ||
      act.condition ||
      act.only ||
      act.not
    ) {
      const moves = act.head?.is === 'motion' && !act.not && !act.only && !act.camera && act.nps.length > 0;
      const looks = act.head?.is === 'rest' && act.nps.some(({ what }) => typeof what === 'object');
      if (isVerb(act.head) || looks) before = act;
      else if (moves) before = { ...act, head: { is: 'effect', effect: 'rise', weak: true } };
      continue;
    }
    const donor =
      before ?? acts.slice(index + 1).find((one) => isVerb(one.head) && one.sentence === act.sentence);
    const head = donor?.head;
    if (head?.is === 'camera') {
      const starts = donor !== before && act.mods.place === 'start';
      act.head = { is: 'camera', move: starts ? 'start' : 'dolly' };
      if (act.mods.place === 'end' || act.mods.place === 'last') act.head = { is: 'camera', move: 'end' };
    } else if (head) {
      act.head = head;
      // “Hold on the first for a second, then the second.”
      if (head.is === 'rest' && donor?.mods.seconds !== undefined) act.mods.seconds ??= donor.mods.seconds;
    } else if (
      act.mods.place ||
      act.mods.order ||
      act.mods.from ||
      act.join === 'then' ||
      acts[index + 1]?.join === 'then'
    )
      act.head = { is: 'effect', effect: 'rise', weak: true };
  }
}
