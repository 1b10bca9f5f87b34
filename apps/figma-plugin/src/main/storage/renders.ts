import type { BoardPlace, RememberedRender } from '../../protocol/board.ts';
import { isFields } from '../checks.ts';
import { find, keep } from './chunks.ts';
import { findOnDevice, keepOnDevice, pageKey } from './device.ts';
import { isEditable } from './editable.ts';
import { parseJson } from './json.ts';

const RENDERS = 'renders';
const MOST = 50;

/** The page's renders, newest first. */
export async function findRenders(
  figma: PluginAPI,
  page: PageNode = figma.currentPage,
): Promise<RememberedRender[]> {
  const inFile = parseJson(find(page, RENDERS) ?? '');
  const kept = Array.isArray(inFile) ? inFile : await findOnDevice(figma, pageKey(figma, RENDERS, page));
  return Array.isArray(kept) ? kept.filter(isRender) : [];
}

/** Puts a render first; the same one again takes its old entry's place. */
export async function keepRender(
  figma: PluginAPI,
  render: RememberedRender,
  page: PageNode = figma.currentPage,
): Promise<BoardPlace> {
  const others = (await findRenders(figma, page)).filter((known) => known.render !== render.render);
  const renders = [render, ...others].sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, MOST);
  if (!isEditable(figma)) {
    await keepOnDevice(figma, pageKey(figma, RENDERS, page), renders);
    return 'device';
  }
  keep(page, RENDERS, JSON.stringify(renders));
  return 'file';
}

export function isRender(value: unknown): value is RememberedRender {
  return (
    isFields(value) &&
    typeof value.render === 'string' &&
    typeof value.storyboard === 'string' &&
    typeof value.title === 'string' &&
    (value.preview === null ||
      (isFields(value.preview) &&
        typeof value.preview.id === 'string' &&
        typeof value.preview.url === 'string')) &&
    typeof value.at === 'string' &&
    typeof value.seconds === 'number' &&
    Array.isArray(value.frames) &&
    value.frames.every(
      (frame) => isFields(frame) && typeof frame.id === 'string' && typeof frame.fingerprint === 'string',
    )
  );
}
