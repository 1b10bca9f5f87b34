import { moveWindow, windowPlace } from '../canvas/move-window.ts';
import type { HandlerFactory } from '../handler.ts';
import { LEAST } from '../storage/settings.ts';

/** What is left free around the panel, its own title bar counted in, and the most that is of use. */
const FREE = { width: 64, height: 112 };
const CORNER = { x: 32, y: 32 };
const MOST = { width: 2560, height: 1600 };
const UNKNOWN = { width: 1200, height: 800 };

/** Makes the panel as large as the canvas that is in view, and moves it there. */
export const enlarge: HandlerFactory<'enlarge'> = (figma) => async () => {
  const room = canvasInView(figma) ?? UNKNOWN;
  const side = (name: 'width' | 'height') =>
    Math.round(Math.min(MOST[name], Math.max(LEAST[name], room[name] - FREE[name])));
  const [width, height] = [side('width'), side('height')];
  const from = windowPlace(figma);
  figma.ui.resize(width, height);
  if (from) moveWindow(figma, CORNER);
  return { width, height, from };
};

/** Screen pixels; Figma gives the part of the document that is in view, and how large it shows it. */
function canvasInView({ viewport }: PluginAPI): { width: number; height: number } | null {
  const { bounds, zoom } = viewport;
  const [width, height] = [bounds?.width * zoom, bounds?.height * zoom];
  return Number.isFinite(width) && Number.isFinite(height) ? { width, height } : null;
}
