import { copyText } from './copy-text.ts';
import { handleKey } from './keyboard.ts';
import { Player } from './player.ts';
import { wireThumbnails } from './thumbnails.ts';

/** Wires the preview page: without this script the browser's own controls stay and everything can be watched. */
const root = document.querySelector<HTMLElement>('[data-player]');
if (root) {
  const player = new Player(root);
  document.addEventListener('keydown', (event) => {
    if (handleKey(player, event)) event.preventDefault();
  });
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.chapters a[data-at]'))
    link.addEventListener('click', (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      player.seek(Number(link.dataset.at));
      void player.play();
    });
  player.onTime((seconds) => markChapter(seconds));
  wireThumbnails(root, player.end);
  document.querySelector<HTMLElement>('.keys')?.removeAttribute('hidden');
  wireCopy(player);
}

function markChapter(seconds: number): void {
  let current: HTMLAnchorElement | undefined;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.chapters a[data-at]')) {
    link.removeAttribute('aria-current');
    if (Number(link.dataset.at) <= seconds + 0.05) current = link;
  }
  current?.setAttribute('aria-current', 'true');
}

function wireCopy(player: Player): void {
  const button = document.querySelector<HTMLButtonElement>('[data-copy]');
  if (!button) return;
  button.hidden = false;
  const words = button.textContent;
  let back: ReturnType<typeof setTimeout> | undefined;
  button.addEventListener('click', async () => {
    const url = new URL(location.href);
    url.searchParams.delete('t');
    if (player.seconds > 0.5) url.searchParams.set('t', player.seconds.toFixed(1));
    const copied = await copyText(url.href);
    button.textContent = copied ? (player.seconds > 0.5 ? 'Copied at this time' : 'Copied') : 'Press Ctrl+C';
    clearTimeout(back);
    back = setTimeout(() => {
      button.textContent = words;
    }, 1800);
  });
}
