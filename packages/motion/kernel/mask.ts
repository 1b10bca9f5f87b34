// Coverage of a rounded rectangle: overlap along the straight edges, distance to the arc in the corners.

function overlap(at: f64, low: f64, high: f64): f64 {
  return max<f64>(min<f64>(at + 1, high) - max<f64>(at, low), 0);
}

function cornerOf(dx: f64, dy: f64, radius: f64): f64 {
  return min<f64>(max<f64>(radius + 0.5 - Math.sqrt(dx * dx + dy * dy), 0), 1);
}

/**
 * Writes `width` × `height` bytes of coverage of the rectangle from left, top to right, bottom (mask pixels, fractions
 * allowed) with the radii of its corners.
 */
export function roundedMask(
  target: usize,
  width: i32,
  height: i32,
  left: f64,
  top: f64,
  right: f64,
  bottom: f64,
  upperLeft: f64,
  upperRight: f64,
  lowerRight: f64,
  lowerLeft: f64,
): void {
  for (let y = 0; y < height; y++) {
    const row = target + <usize>y * <usize>width;
    memory.fill(row, 0, <usize>width);
    const tall = overlap(<f64>y, top, bottom);
    if (tall <= 0) continue;
    const middle = <f64>y + 0.5;
    let leftRadius: f64 = 0;
    let leftDown: f64 = 0;
    let rightRadius: f64 = 0;
    let rightDown: f64 = 0;
    if (middle < top + upperLeft) {
      leftRadius = upperLeft;
      leftDown = top + upperLeft - middle;
    } else if (middle > bottom - lowerLeft) {
      leftRadius = lowerLeft;
      leftDown = middle - bottom + lowerLeft;
    }
    if (middle < top + upperRight) {
      rightRadius = upperRight;
      rightDown = top + upperRight - middle;
    } else if (middle > bottom - lowerRight) {
      rightRadius = lowerRight;
      rightDown = middle - bottom + lowerRight;
    }
    const leftEnd = left + leftRadius;
    const rightStart = right - rightRadius;
    const from = <i32>min<f64>(max<f64>(Math.floor(left), 0), <f64>width);
    const to = <i32>min<f64>(max<f64>(Math.ceil(right), 0), <f64>width);
    // From here to there nothing but the height of the row counts.
    const solidFrom = <i32>min<f64>(max<f64>(Math.ceil(leftEnd), <f64>from), <f64>to);
    const solidTo = <i32>max<f64>(min<f64>(Math.floor(rightStart), <f64>to), <f64>solidFrom);
    memory.fill(row + <usize>solidFrom, <u8>(tall * 255 + 0.5), <usize>(solidTo - solidFrom));
    for (let x = from; x < to; x++) {
      if (x === solidFrom) x = solidTo;
      if (x >= to) break;
      const centre = <f64>x + 0.5;
      let cover = overlap(<f64>x, left, right) * tall;
      if (centre < leftEnd) cover = min<f64>(cover, cornerOf(leftEnd - centre, leftDown, leftRadius));
      if (centre > rightStart) cover = min<f64>(cover, cornerOf(centre - rightStart, rightDown, rightRadius));
      store<u8>(row + <usize>x, <u8>(cover * 255 + 0.5));
    }
  }
}

/**
 * Multiplies `width` × `height` bytes of coverage by a fade: a byte at x, y lies at `start + across·x + down·y` along
 * a list of `count` values (f32, 0 to 1, the first at 0, the last at 1), straight from one to the next, held at both ends.
 */
export function fadeMask(
  target: usize,
  width: i32,
  height: i32,
  start: f64,
  across: f64,
  down: f64,
  values: usize,
  count: i32,
): void {
  const last = <f64>(count - 1);
  for (let y = 0; y < height; y++) {
    const row = target + <usize>y * <usize>width;
    const first = start + down * <f64>y;
    for (let x = 0; x < width; x++) {
      const here = load<u8>(row + <usize>x);
      if (here === 0) continue;
      const place = min<f64>(max<f64>(first + across * <f64>x, 0), 1) * last;
      const index = min(<i32>place, count - 2);
      const at = values + ((<usize>index) << 2);
      const from = <f64>load<f32>(at);
      const share = from + (<f64>load<f32>(at, 4) - from) * (place - <f64>index);
      store<u8>(row + <usize>x, <u8>(<f64>here * share + 0.5));
    }
  }
}
