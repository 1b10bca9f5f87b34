import { directions, type Transition } from '@animatic/schema';
import type { SelectGroup, SelectOption } from '../parts/select.tsx';

export const AUTOMATIC = 'auto';

/** `push left`, `dissolve`, `cut`. */
export function transitionWords(transition: Pick<Transition, 'kind' | 'direction'>): string {
  const { kind, direction } = transition;
  return kind === 'push' || kind === 'slide' ? `${kind} ${direction}` : kind;
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** What the chip between two cards says; a stand-in names what it stands for. */
export function transitionFace(transition: Transition): string {
  const words = transitionWords(transition);
  if (!transition.standsFor) return capital(words);
  return `${capital(transition.standsFor)} → ${words} for now`;
}

/** Everything one can choose between two shots; the first follows the prototype or the director. */
export function transitionOptions(automatic: Transition, linked: boolean): (SelectOption | SelectGroup)[] {
  const each = (kind: 'push' | 'slide'): SelectOption[] =>
    directions.map((direction) => ({ value: `${kind} ${direction}`, text: capital(`${kind} ${direction}`) }));
  return [
    { value: AUTOMATIC, text: `${linked ? 'From prototype' : 'Automatic'}: ${transitionWords(automatic)}` },
    {
      label: 'Always',
      options: [
        { value: 'cut', text: 'Cut' },
        { value: 'dissolve', text: 'Dissolve' },
        ...each('push'),
        ...each('slide'),
      ],
    },
  ];
}

/**
 * The transition that an option stands for; null follows the prototype or the director.
 *
 * @example optionTransition('push left') // { kind: 'push', direction: 'left', duration: 0.5 }
 */
export function optionTransition(value: string): Transition | null {
  const [kind, direction] = value.split(' ');
  if (kind === 'cut') return { kind, direction: 'left', duration: 0 };
  if (kind === 'dissolve') return { kind, direction: 'left', duration: 0.5 };
  const way = directions.find((each) => each === direction);
  if ((kind === 'push' || kind === 'slide') && way) return { kind, direction: way, duration: 0.5 };
  return null;
}
