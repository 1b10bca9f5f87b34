/** A rectangle of the sheet and the seconds that it stands for. */
interface Tile {
  start: number;
  sheet: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Pixels between the picture and the page's edges. */
const EDGE = 8;

/**
 * Shows a thumbnail over the time line where the pointer is. The sheet is fetched when the pointer first comes there;
 * without one nothing happens.
 *
 * @param seconds the clip's length
 */
export function wireThumbnails(player: HTMLElement, seconds: number): void {
  const map = player.dataset.thumbnails;
  const scrub = player.querySelector<HTMLElement>('.scrub');
  if (!map || !scrub) return;
  const picture = document.createElement('div');
  picture.className = 'thumbnail';
  picture.hidden = true;
  picture.setAttribute('aria-hidden', 'true');
  scrub.append(picture);
  let asked = false;
  let tiles: Tile[] = [];
  scrub.addEventListener('pointermove', (event) => {
    // A finger covers what it would show.
    if (event.pointerType === 'touch') return;
    if (!asked) {
      asked = true;
      void readTiles(map).then((read) => {
        tiles = read;
      });
    }
    const { left, width } = scrub.getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (event.clientX - left) / width));
    const tile = tiles.findLast(({ start }) => start <= share * seconds);
    picture.hidden = !tile;
    if (!tile) return;
    picture.style.width = `${tile.width}px`;
    picture.style.height = `${tile.height}px`;
    picture.style.backgroundImage = `url("${tile.sheet}")`;
    picture.style.backgroundPosition = `${-tile.x}px ${-tile.y}px`;
    const most = document.documentElement.clientWidth - EDGE - tile.width / 2;
    const middle = Math.min(most, Math.max(EDGE + tile.width / 2, left + share * width));
    picture.style.left = `${middle - left}px`;
  });
  scrub.addEventListener('pointerleave', () => {
    picture.hidden = true;
  });
}

async function readTiles(map: string): Promise<Tile[]> {
  const answer = await fetch(map).catch(() => undefined);
  if (!answer?.ok) return [];
  const cues = (await answer.text()).matchAll(
    /(\d+):(\d+):([\d.]+) --> \S+\n(\S+)#xywh=(\d+),(\d+),(\d+),(\d+)/g,
  );
  const base = new URL(map, location.href);
  return [...cues].map(([, hours, minutes, seconds, sheet = '', x, y, width, height]) => ({
    start: Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds),
    sheet: new URL(sheet, base).href,
    x: Number(x),
    y: Number(y),
    width: Number(width),
    height: Number(height),
  }));
}
