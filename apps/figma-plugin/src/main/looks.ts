/** What decides how a node blends and is painted, read once: each reading crosses into Figma. */
export interface Looks {
  /** Visible ones only, bottom to top. */
  fills: readonly Paint[];
  strokes: readonly Paint[];
  effects: readonly Effect[];
  opacity: number;
  blendMode: BlendMode;
  isMask: boolean;
}

export function looksOf(node: SceneNode): Looks {
  return {
    fills: fillsOf(node),
    strokes: 'strokes' in node ? node.strokes.filter(shows) : [],
    effects: 'effects' in node ? node.effects.filter((effect) => effect.visible) : [],
    opacity: 'opacity' in node ? node.opacity : 1,
    blendMode: 'blendMode' in node ? node.blendMode : 'PASS_THROUGH',
    isMask: 'isMask' in node && node.isMask,
  };
}

export function fillsOf(node: SceneNode): readonly Paint[] {
  return 'fills' in node && Array.isArray(node.fills) ? node.fills.filter(shows) : [];
}

function shows(paint: Paint): boolean {
  return paint.visible !== false && paint.opacity !== 0;
}
