import type { Piece, Screen } from '../golden/support/screen.ts';

/** A chart of one piece, the size that tests draw at. */
function chart(name: string, background: string, draw: Piece['draw'], reach = 0): Screen {
  const box = { x: 0, y: 0, width: 480, height: 270 };
  return {
    name,
    width: 480,
    height: 270,
    background,
    pieces: [{ id: name, kind: 'shape', box, reach, draw }],
  };
}

/** A hairline every 15 pixels each way, one pixel wide, as soft as a border of an interface. */
export const hairlines = chart('hairlines', '#ffffff', (context) => {
  context.fillStyle = '#dadde2';
  for (let y = 0; y < 270; y += 15) context.fillRect(0, y, 480, 1);
  for (let x = 0; x < 480; x += 15) context.fillRect(x, 0, 1, 270);
});

export const SLANT = { every: 60, slope: 0.09 };

/** Dark bars whose right edges lean a little: at x = 60 n + .09 y each, for all heights. */
export const slants = chart('slants', '#f2f2ee', (context) => {
  context.fillStyle = '#1b2733';
  for (let n = 0; n < 9; n++) {
    const x = n * SLANT.every;
    context.beginPath();
    context.moveTo(x - 26, -2);
    context.lineTo(x - 2 * SLANT.slope, -2);
    context.lineTo(x + 272 * SLANT.slope, 272);
    context.lineTo(x - 26, 272);
    context.fill();
  }
});

/** Eight colours as large swatches, and red strokes of two pixels, each on its own place. */
export const SWATCHES = [
  '#ff0000',
  '#00c000',
  '#2040ff',
  '#f0b060',
  '#7a2f8f',
  '#0e5a45',
  '#808080',
  '#111418',
] as const;
export const swatches = chart('swatches', '#ffffff', (context) => {
  for (const [i, color] of SWATCHES.entries()) {
    context.fillStyle = color;
    context.fillRect((i % 4) * 120, Math.floor(i / 4) * 90, 120, 90);
  }
  context.fillStyle = '#ff0000';
  for (let x = 20; x < 480; x += 20) context.fillRect(x, 190, 2, 70);
});

/** Gradients across, from steep to slow: from 12 levels of grey to 120 over the whole width. */
export const RAMPS = [120, 80, 48];
export const ramps = chart('ramps', '#ffffff', (context) => {
  for (const [i, levels] of RAMPS.entries()) {
    const gradient = context.createLinearGradient(0, 0, 480, 0);
    gradient.addColorStop(0, `rgb(${90 - levels / 4}, ${110 - levels / 4}, ${130 - levels / 4})`);
    gradient.addColorStop(1, `rgb(${90 + levels * 0.75}, ${110 + levels * 0.75}, ${130 + levels * 0.75})`);
    context.fillStyle = gradient;
    context.fillRect(0, i * 90, 480, 90);
  }
});
