import { directions, type Transition, type TransitionKind } from '@animatic/schema';
import type { SelectGroup, SelectOption } from '../parts/select.tsx';

export const AUTOMATIC = 'auto';
/** taste.md: half a second. */
const SECONDS = 0.5;

/** Those that know no direction, and those that travel, in the order they are offered. */
const standing = ['cut', 'dissolve', 'smart-animate', 'zoom-through'] as const satisfies TransitionKind[];
const travelling = [
  'push',
  'slide-in',
  'slide-out',
  'move-in',
  'move-out',
  'wipe',
] as const satisfies TransitionKind[];

const spoken = (kind: TransitionKind) => kind.replaceAll('-', ' ');
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** `push left`, `smart animate`, `cut`. */
export function transitionWords({ kind, direction }: Pick<Transition, 'kind' | 'direction'>): string {
  return travelling.some((each) => each === kind) ? `${spoken(kind)} ${direction}` : spoken(kind);
}

/** What the chip between two cards says; a stand-in names what it stands for. */
export function transitionFace(transition: Transition): string {
  const words = transitionWords(transition);
  return transition.standsFor ? `${capital(transition.standsFor)} → ${words}` : capital(words);
}

/** Everything one can choose between two shots; the first follows the prototype or the director. */
export function transitionOptions(automatic: Transition, linked: boolean): (SelectOption | SelectGroup)[] {
  return [
    { value: AUTOMATIC, text: `${linked ? 'From prototype' : 'Automatic'}: ${transitionWords(automatic)}` },
    {
      label: 'Always',
      options: standing.map((kind) => ({ value: spoken(kind), text: capital(spoken(kind)) })),
    },
    ...travelling.map((kind) => ({
      label: capital(spoken(kind)),
      options: directions.map((direction) => {
        const words = transitionWords({ kind, direction });
        return { value: words, text: capital(words) };
      }),
    })),
  ];
}

/**
 * The transition that an option stands for; null follows the prototype or the director.
 *
 * @example optionTransition('push left') // { kind: 'push', direction: 'left', duration: 0.5 }
 */
export function optionTransition(value: string): Transition | null {
  const plain = standing.find((kind) => spoken(kind) === value);
  if (plain) return { kind: plain, direction: 'left', duration: plain === 'cut' ? 0 : SECONDS };
  for (const kind of travelling)
    for (const direction of directions)
      if (transitionWords({ kind, direction }) === value) return { kind, direction, duration: SECONDS };
  return null;
}
