import type { Color, Corners, Ground, Paint, Rect } from '@animatic/schema';
import { css } from '../../core/color.ts';
import type { DrawItem } from '../../core/draw-list.ts';
import type { Affine } from '../../core/geometry.ts';
import { covers, grown, type Outline, strokeEdges, strokeOutline } from '../../core/paint/ground.ts';
import { through } from '../../core/paint/paint-pieces.ts';
import type { PixelKernel } from '../../kernel/pixel-kernel.ts';
import type { Bitmap as KernelBitmap, PremultipliedColor } from '../../kernel/pixel-types.ts';
import { fillRing, fillRounded, type RoundedBox } from './rounded-box.ts';
import type { SoftShadows } from './soft-shadow.ts';

type GroundItem = Extract<DrawItem, { kind: 'ground' }>;
type Solid = Extract<Paint, { type: 'SOLID' }>;

/**
 * Paints a ground of plain colours with the kernel; false, and nothing painted, where only Skia can: gradients, inner
 * shadows, shadows that show through, turned ones.
 */
export function drawGround(
  tools: { kernel: PixelKernel; shadows: SoftShadows },
  target: KernelBitmap,
  { ground, box, matrix, opacity: own }: GroundItem,
  opacity: number,
  clip: Rect,
): boolean {
  if (!plain(ground, matrix)) return false;
  const { kernel, shadows } = tools;
  const share = opacity * own;
  const inView = (outline: Outline): RoundedBox => ({
    box: through(matrix, outline.box),
    corners: scaled(outline.corners, (matrix.a + matrix.d) / 2),
  });
  const outline = strokeOutline(ground, box);
  const body = inView({ box, corners: ground.corners });
  const opaque = ground.fills.some((paint) => isSolid(paint) && tint(paint, share).a === 255);
  for (const shadow of ground.shadows) {
    const cast = inView(grown(outline, shadow.spread));
    cast.box.x += shadow.offset.x * matrix.a;
    cast.box.y += shadow.offset.y * matrix.d;
    const hidden = opaque ? within(body) : undefined;
    const look = { blur: shadow.radius * matrix.a, color: css(shadow.color), opacity: share, hidden };
    // The first shadow that cannot be made of pieces: nothing has been painted before it.
    if (!shadows.paint(target, cast, look, clip)) return false;
  }
  for (const paint of ground.fills)
    if (isSolid(paint)) fillRounded(kernel, target, body, tint(paint, share), clip);
  if (ground.stroke) {
    const [outer, inner] = strokeEdges(ground, box).map(inView);
    for (const paint of ground.stroke.paints)
      if (isSolid(paint) && outer && inner) fillRing(kernel, target, outer, inner, tint(paint, share), clip);
  }
  return true;
}

function plain(ground: Ground, { a, b, c, d }: Affine): boolean {
  const upright = Math.abs(b) < 1e-9 && Math.abs(c) < 1e-9 && a > 0 && d > 0;
  const paints = [...ground.fills, ...(ground.stroke?.paints ?? [])];
  const simple = ground.shadows.length === 0 || (ground.shadows.length === 1 && covers(ground));
  return (
    upright &&
    simple &&
    paints.every(isSolid) &&
    ground.shadows.every((shadow) => shadow.type === 'DROP_SHADOW')
  );
}

/** What a box covers whatever its corners are, less the pixels at its edges. */
function within({ box, corners }: RoundedBox): Rect {
  const by = Math.max(...corners) + 1;
  return { x: box.x + by, y: box.y + by, width: box.width - by * 2, height: box.height - by * 2 };
}

const isSolid = (paint: Paint): paint is Solid => paint.type === 'SOLID';

const scaled = ([ul, ur, lr, ll]: Corners, by: number): Corners => [ul * by, ur * by, lr * by, ll * by];

function tint({ color, opacity = 1 }: Solid, share: number): PremultipliedColor {
  const alpha = color.a * opacity * share;
  const channel = (value: Color['r']) => Math.round(value * alpha * 255);
  return { r: channel(color.r), g: channel(color.g), b: channel(color.b), a: Math.round(alpha * 255) };
}
