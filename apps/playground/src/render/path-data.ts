/** Outlines as SVG path data, in a node's own pixels. Pure, so that they can be tested without a canvas. */

export type Radii = readonly [number, number, number, number];

// A quarter of a circle as one cubic: the control points' distance, for radius 1.
const kappa = 0.5522847498307936;

const n = (v: number) => String(Math.round(v * 1e5) / 1e5);

/**
 * Radii that fit: none negative, and where two neighbours are longer than their side all are scaled down alike,
 * as CSS Backgrounds 3, section 5.5 says.
 */
export function fitRadii(width: number, height: number, radii: Radii): Radii {
  const [tl, tr, br, bl] = radii.map((r) => (Number.isFinite(r) ? Math.max(0, r) : 0)) as [
    number,
    number,
    number,
    number,
  ];
  const ratio = (side: number, sum: number) => (sum > side && sum > 0 ? side / sum : 1);
  const f = Math.min(
    ratio(width, tl + tr),
    ratio(height, tr + br),
    ratio(width, br + bl),
    ratio(height, bl + tl),
  );
  return [tl * f, tr * f, br * f, bl * f];
}

/** A rectangle with rounded corners, clockwise from its top left; radii in the order tl, tr, br, bl. */
export function roundedRect(x: number, y: number, width: number, height: number, radii: Radii): string {
  const [tl, tr, br, bl] = fitRadii(width, height, radii);
  const r = x + width;
  const b = y + height;
  if (tl + tr + br + bl === 0) return `M${n(x)} ${n(y)}H${n(r)}V${n(b)}H${n(x)}Z`;
  const corner = (cx1: number, cy1: number, cx2: number, cy2: number, ex: number, ey: number) =>
    `C${n(cx1)} ${n(cy1)} ${n(cx2)} ${n(cy2)} ${n(ex)} ${n(ey)}`;
  const k = (radius: number) => radius * (1 - kappa);
  return [
    `M${n(x + tl)} ${n(y)}`,
    `H${n(r - tr)}`,
    tr > 0 ? corner(r - k(tr), y, r, y + k(tr), r, y + tr) : '',
    `V${n(b - br)}`,
    br > 0 ? corner(r, b - k(br), r - k(br), b, r - br, b) : '',
    `H${n(x + bl)}`,
    bl > 0 ? corner(x + k(bl), b, x, b - k(bl), x, b - bl) : '',
    `V${n(y + tl)}`,
    tl > 0 ? corner(x, y + k(tl), x + k(tl), y, x + tl, y) : '',
    'Z',
  ].join('');
}

/** An arc of an ellipse as cubics, from one angle to another (radians, clockwise from the right). */
function arc(cx: number, cy: number, rx: number, ry: number, from: number, to: number): string {
  const steps = Math.max(1, Math.ceil(Math.abs(to - from) / (Math.PI / 2) - 1e-9));
  const step = (to - from) / steps;
  const k = (4 / 3) * Math.tan(step / 4);
  let d = '';
  for (let i = 0; i < steps; i++) {
    const a = from + i * step;
    const b = a + step;
    const x1 = cx + rx * (Math.cos(a) - k * Math.sin(a));
    const y1 = cy + ry * (Math.sin(a) + k * Math.cos(a));
    const x2 = cx + rx * (Math.cos(b) + k * Math.sin(b));
    const y2 = cy + ry * (Math.sin(b) - k * Math.cos(b));
    d += `C${n(x1)} ${n(y1)} ${n(x2)} ${n(y2)} ${n(cx + rx * Math.cos(b))} ${n(cy + ry * Math.sin(b))}`;
  }
  return d;
}

export interface Arc {
  /** Radians, clockwise from the right. */
  readonly startingAngle: number;
  readonly endingAngle: number;
  /** 0 is a full disc, 1 a ring of no width. */
  readonly innerRadius: number;
}

/**
 * An ellipse that fills a box, or the slice or ring of it that `arcData` describes (fill it EVENODD).
 *
 * @param at the box's left and top.
 */
export function ellipse(width: number, height: number, data?: Arc, at = 0): string {
  const rx = width / 2;
  const ry = height / 2;
  const [cx, cy] = [at + rx, at + ry];
  const point = (angle: number, f: number) =>
    `${n(cx + rx * f * Math.cos(angle))} ${n(cy + ry * f * Math.sin(angle))}`;
  const start = data?.startingAngle ?? 0;
  const end = data?.endingAngle ?? 2 * Math.PI;
  const inner = Math.min(1, Math.max(0, data?.innerRadius ?? 0));
  const whole = Math.abs(end - start) >= 2 * Math.PI - 1e-4;
  if (whole) {
    const hole =
      inner > 0 ? `M${point(0, inner)}${arc(cx, cy, rx * inner, ry * inner, 0, 2 * Math.PI)}Z` : '';
    return `M${point(0, 1)}${arc(cx, cy, rx, ry, 0, 2 * Math.PI)}Z${hole}`;
  }
  const outer = `M${point(start, 1)}${arc(cx, cy, rx, ry, start, end)}`;
  return inner > 0
    ? `${outer}L${point(end, inner)}${arc(cx, cy, rx * inner, ry * inner, end, start)}Z`
    : `${outer}L${n(cx)} ${n(cy)}Z`;
}

/** A polygon or star whose corners lie on the ellipse that fills a box; every second one at `inner` for a star. */
export function regularShape(width: number, height: number, corners: number, inner?: number): string {
  const count = inner === undefined ? corners : corners * 2;
  const points = Array.from({ length: count }, (_, i) => {
    const angle = (i / count) * 2 * Math.PI - Math.PI / 2;
    const f = inner !== undefined && i % 2 === 1 ? inner : 1;
    return `${n((width / 2) * (1 + f * Math.cos(angle)))} ${n((height / 2) * (1 + f * Math.sin(angle)))}`;
  });
  return `M${points.join('L')}Z`;
}
