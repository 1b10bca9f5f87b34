export interface Point {
  x: number;
  y: number;
}

/** Pixels by which a window may be off its place and still be there: hosts round. */
const NEAR = 8;

/** Where the panel stands in Figma's window; null where the host does not tell. */
export function windowPlace(figma: PluginAPI): Point | null {
  try {
    const { x, y } = figma.ui.getPosition().windowSpace;
    return { x, y };
  } catch {
    return null;
  }
}

/**
 * Moves the panel to a place in Figma's window. The API does not say whether it counts in the window or on the canvas,
 * so the one is tried, and the other where the panel did not come to stand there. A host that moves nothing is no fault.
 */
export function moveWindow(figma: PluginAPI, to: Point): void {
  try {
    figma.ui.reposition(to.x, to.y);
    const now = windowPlace(figma);
    if (now && Math.hypot(now.x - to.x, now.y - to.y) > NEAR) {
      const { bounds, zoom } = figma.viewport;
      figma.ui.reposition(bounds.x + to.x / zoom, bounds.y + to.y / zoom);
    }
  } catch {
    // It stays where it is.
  }
}
