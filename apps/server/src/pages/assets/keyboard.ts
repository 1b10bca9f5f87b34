import type { Player } from './player.ts';

/** Keys that review tools share. Gives true for a key that was taken. */
export function handleKey(player: Player, event: KeyboardEvent): boolean {
  if (event.metaKey || event.ctrlKey || event.altKey) return false;
  const target = event.target instanceof HTMLElement ? event.target : undefined;
  const typing = target?.matches('input:not([type=range]), textarea, select, [contenteditable]');
  if (typing) return false;
  const onButton = target?.matches('button, a, summary');
  switch (event.key) {
    case ' ':
      if (onButton) return false;
      player.toggle();
      return true;
    case 'k':
      player.toggle();
      return true;
    case 'ArrowLeft':
    case 'j':
      player.seek(player.seconds - (event.shiftKey ? 5 : 1));
      return true;
    case 'ArrowRight':
    case 'l':
      player.seek(player.seconds + (event.shiftKey ? 5 : 1));
      return true;
    case ',':
      player.step(-1);
      return true;
    case '.':
      player.step(1);
      return true;
    case 'Home':
      player.seek(0);
      return true;
    case 'End':
      player.seek(player.end);
      return true;
    case 'f':
      player.toggleFullScreen();
      return true;
    case 'c':
      player.toggleLines();
      return true;
    default:
      return false;
  }
}
