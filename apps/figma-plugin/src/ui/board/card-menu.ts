import type { StoredShot } from '../../protocol/index.ts';
import type { MenuItem } from '../parts/menu.tsx';
import type { CardActions } from './shot-card.tsx';

interface CardMenu {
  shot: StoredShot;
  index: number;
  last: number;
  /** The director has read the shot. */
  read: boolean;
  /** A model makes it: its motion is not ours to copy. */
  generated: boolean;
  gone: boolean;
  /** The name of the shot whose motion was copied. */
  pastes: string | null;
  /** A language model can be asked, or says why not. */
  directs: boolean;
  actions: CardActions;
}

/** What a card's menu offers. */
export function cardMenu({
  shot,
  index,
  last,
  read,
  generated,
  gone,
  pastes,
  directs,
  actions,
}: CardMenu): MenuItem[][] {
  const { id, frame } = shot;
  const moves = read && !generated && frame !== null;
  return [
    [
      { text: 'Move up', keys: 'Alt ↑', disabled: index === 0, onSelect: () => actions.move(id, index - 1) },
      {
        text: 'Move down',
        keys: 'Alt ↓',
        disabled: index === last,
        onSelect: () => actions.move(id, index + 1),
      },
    ],
    ...(directs
      ? [
          [
            {
              text: generated ? 'Let the model write the prompt' : 'Let the model direct',
              disabled: frame === null && !shot.caption.direction.trim(),
              onSelect: () => actions.direct(id),
            },
          ],
        ]
      : []),
    ...(moves
      ? [
          [
            { text: 'Copy motion', onSelect: () => actions.copyMotion(id) },
            {
              text: pastes === null ? 'Paste motion' : `Paste motion of ${pastes}`,
              disabled: pastes === null,
              onSelect: () => actions.pasteMotion(id),
            },
            { text: 'Apply motion to all', disabled: last === 0, onSelect: () => actions.motionToAll(id) },
          ],
        ]
      : []),
    [
      { text: 'Duplicate', onSelect: () => actions.duplicate(id) },
      ...(frame === null
        ? []
        : [
            { text: 'Capture again', disabled: gone, onSelect: () => actions.captureAgain(frame) },
            { text: 'Show in Figma', disabled: gone, onSelect: () => actions.show(frame) },
          ]),
    ],
    [{ text: 'Remove', onSelect: () => actions.remove(id) }],
  ];
}
