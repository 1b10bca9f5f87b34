import { applyVector } from './matrix.ts';
import { drawsChildren, hasPixels, isContainer, isPage, visiblePaints } from './node-kind.ts';
import { boundsThrough, emptyRect, grow, intersect, type Rect, shift, union } from './rect.ts';
import { localBox, type SceneNode } from './scene.ts';
import { strokeReach } from './stroke.ts';

/** Where nodes have pixels, in page pixels. */
export interface BoundsBook {
  /** All that a node draws with its effects, whatever its ancestors cut off. */
  content(scene: SceneNode): Rect;
  /** The same before the node's own effects. */
  inner(scene: SceneNode): Rect;
  /** The node's own fills and strokes, without effects and children. */
  shape(scene: SceneNode): Rect;
  /** What shows of it: the file's `absoluteRenderBounds`, or computed; never smaller than the letters drawn. */
  render(scene: SceneNode): Rect;
}

// A glyph is placed on quarter pixels as it is drawn: its ink may end that much outside of its outline.
const glyphSlack = 0.3;
// 32-bit numbers in files: 12.0000002 is 12.
const tidy = (v: number) => {
  const whole = Math.round(v);
  return Math.abs(v - whole) < 1e-4 ? whole : v;
};

/**
 * @param inkOf where a text node has ink, in the node's own pixels.
 */
export function createBounds(inkOf: (scene: SceneNode) => Rect): BoundsBook {
  const contents = new WeakMap<SceneNode, Rect>();
  const renders = new WeakMap<SceneNode, Rect>();

  function shape(scene: SceneNode): Rect {
    const { node } = scene;
    const fills = visiblePaints(node.fills).length > 0;
    const strokes = visiblePaints(node.strokes).length > 0;
    const reach = strokeReach(node);
    if (node.type === 'TEXT') {
      const ink = inkOf(scene);
      return ink.width > 0 ? boundsThrough(scene.transform, grow(ink, glyphSlack + reach)) : emptyRect;
    }
    if (!fills && !strokes) return emptyRect;
    return boundsThrough(scene.transform, grow(localBox(scene), reach));
  }

  function children(scene: SceneNode): Rect {
    let all = emptyRect;
    let mask: Rect | undefined;
    for (const child of scene.children) {
      const found = content(child);
      if (child.node.isMask && child.node.visible) mask = found;
      else all = union(all, mask ? intersect(found, mask) : found);
    }
    return scene.node.clipsContent && !isPage(scene.node) ? intersect(all, boxOf(scene)) : all;
  }

  function content(scene: SceneNode): Rect {
    const known = contents.get(scene);
    if (known) return known;
    const { node } = scene;
    const r = node.visible && hasPixels(node) ? withEffects(scene, inner(scene)) : emptyRect;
    contents.set(scene, r);
    return r;
  }

  function inner(scene: SceneNode): Rect {
    const own = shape(scene);
    const byGeometry = !drawsChildren(scene.node) && scene.node.fillGeometry.length > 0;
    return byGeometry ? own : union(own, children(scene));
  }

  function render(scene: SceneNode): Rect {
    const known = renders.get(scene);
    if (known) return known;
    const { node } = scene;
    const given = node.absoluteRenderBounds;
    let r: Rect;
    if (!given) r = tidyRect(intersect(content(scene), clipAbove(scene)));
    else if (node.type === 'TEXT') r = union(given, intersect(content(scene), clipAbove(scene)));
    else if (isContainer(node) && !node.clipsContent) {
      const below = scene.children.filter((c) => c.node.visible && !c.node.isMask).map(render);
      const masked = scene.children.some((c) => c.node.isMask);
      r = masked ? given : below.reduce(union, given);
    } else r = given;
    renders.set(scene, r);
    return r;
  }

  return { content, inner, shape, render };
}

function boxOf(scene: SceneNode): Rect {
  return boundsThrough(scene.transform, localBox(scene));
}

function withEffects(scene: SceneNode, drawn: Rect): Rect {
  let all = drawn;
  let blur = 0;
  for (const e of scene.node.effects) {
    if (!e.visible) continue;
    if (e.type === 'LAYER_BLUR') blur = Math.max(blur, e.radius);
    if (e.type !== 'DROP_SHADOW' || drawn.width <= 0) continue;
    const offset = applyVector(scene.transform, e.offset);
    all = union(all, grow(shift(drawn, offset.x, offset.y), e.radius + Math.max(0, e.spread)));
  }
  return blur > 0 && all.width > 0 ? grow(all, blur) : all;
}

const everywhere: Rect = { x: -1e7, y: -1e7, width: 2e7, height: 2e7 };

/** What the frames above a node let through. */
function clipAbove(scene: SceneNode): Rect {
  let clip = everywhere;
  for (let above = scene.parent; above && !isPage(above.node); above = above.parent) {
    if (above.node.clipsContent) clip = intersect(clip, boxOf(above));
  }
  return clip;
}

function tidyRect(r: Rect): Rect {
  const x = tidy(r.x);
  const y = tidy(r.y);
  return { x, y, width: tidy(r.x + r.width) - x, height: tidy(r.y + r.height) - y };
}
