import type { FileDraft } from '../file.ts';
import { frame } from '../nodes.ts';
import { footer, invitation, taste } from './foot.ts';
import { pressings, process, table } from './middle.ts';
import { C, WIDTH } from './theme.ts';
import { facts, hero, nav } from './top.ts';

/** Salt Hill's page: tall, with a bar that stays, for long scrolls and tiles. */
export function landing(): FileDraft {
  const page = frame(
    'Landing page',
    0,
    0,
    WIDTH,
    5200,
    { fill: C.cream, clips: true, notes: ['Scroll from the headline down to the invitation'] },
    [hero(), facts(), pressings(), process(), table(), taste(), invitation(), footer(), nav()],
  );
  return {
    name: 'Salt Hill site',
    lastModified: '2026-05-18T12:00:00Z',
    pages: [{ name: 'Landing', background: '#DEDACD', children: [page] }],
  };
}
