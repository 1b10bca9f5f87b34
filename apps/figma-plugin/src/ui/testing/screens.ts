/** Four screens of a made-up shop, drawn: stand-ins for frames wherever there is no Figma. */
export const screenNames = ['Welcome', 'Shop', 'Product', 'Basket'] as const;
export type ScreenName = (typeof screenNames)[number];
export const screenSize = { width: 390, height: 844 };

const ink = '#1d2433';
const soft = '#8a93a5';
const tints = ['#f6c7a8', '#b8d8c8', '#c5cdf2', '#f2d98c'];

type Pen = CanvasRenderingContext2D;

function box(pen: Pen, x: number, y: number, width: number, height: number, radius: number, fill: string) {
  pen.fillStyle = fill;
  pen.beginPath();
  pen.roundRect(x, y, width, height, radius);
  pen.fill();
}
function words(pen: Pen, text: string, x: number, y: number, size: number, fill = ink, weight = 600) {
  pen.fillStyle = fill;
  pen.font = `${weight} ${size}px Inter, Helvetica, sans-serif`;
  pen.fillText(text, x, y);
}

const drawings: Record<ScreenName, (pen: Pen) => void> = {
  Welcome(pen) {
    box(pen, 0, 0, 390, 844, 0, '#20304f');
    box(pen, 95, 200, 200, 200, 100, '#f6c7a8');
    box(pen, 155, 250, 80, 110, 12, '#20304f');
    words(pen, 'Ceramics,', 32, 520, 40, '#fff', 700);
    words(pen, 'made slowly.', 32, 566, 40, '#fff', 700);
    words(pen, 'From twelve studios to your table', 32, 604, 16, '#b9c3d8', 400);
    box(pen, 32, 732, 326, 56, 28, '#f6c7a8');
    words(pen, 'Have a look', 146, 766, 17, '#20304f');
  },
  Shop(pen) {
    box(pen, 0, 0, 390, 844, 0, '#f7f5f1');
    words(pen, 'Shop', 24, 96, 32, ink, 700);
    box(pen, 24, 116, 342, 44, 22, '#ebe7df');
    words(pen, 'Search bowls, cups, plates', 44, 143, 15, soft, 400);
    for (let index = 0; index < 4; index++) {
      const x = 24 + (index % 2) * 177;
      const y = 184 + Math.floor(index / 2) * 260;
      box(pen, x, y, 165, 180, 16, tints[index] ?? ink);
      box(pen, x + 47, y + 60, 70, 70, index % 2 ? 35 : 14, 'rgba(255,255,255,.7)');
      words(pen, ['Bowl', 'Cup', 'Vase', 'Plate'][index] ?? '', x, y + 206, 16);
      words(pen, ['€ 38', '€ 24', '€ 62', '€ 31'][index] ?? '', x, y + 228, 15, soft, 400);
    }
    box(pen, 0, 764, 390, 80, 0, '#fff');
    for (let index = 0; index < 4; index++)
      box(pen, 46 + index * 90, 790, 24, 24, 8, index ? '#d7dbe3' : ink);
  },
  Product(pen) {
    box(pen, 0, 0, 390, 844, 0, '#fff');
    box(pen, 0, 0, 390, 430, 0, '#b8d8c8');
    box(pen, 110, 120, 170, 200, 60, 'rgba(255,255,255,.75)');
    words(pen, 'Vase No. 4', 24, 490, 30, ink, 700);
    words(pen, '€ 62', 24, 528, 20, soft, 500);
    for (let index = 0; index < 3; index++)
      box(pen, 24, 560 + index * 22, index === 2 ? 190 : 342, 9, 4, '#e6e9ef');
    box(pen, 24, 732, 342, 56, 28, ink);
    words(pen, 'Add to basket', 138, 766, 17, '#fff');
  },
  Basket(pen) {
    box(pen, 0, 0, 390, 844, 0, '#f7f5f1');
    words(pen, 'Basket', 24, 96, 32, ink, 700);
    for (let index = 0; index < 3; index++) {
      box(pen, 24, 124 + index * 112, 342, 100, 16, '#fff');
      box(pen, 36, 136 + index * 112, 76, 76, 12, tints[index] ?? ink);
      words(pen, ['Bowl', 'Cup', 'Vase No. 4'][index] ?? '', 128, 166 + index * 112, 16);
      words(pen, ['€ 38', '€ 24', '€ 62'][index] ?? '', 128, 192 + index * 112, 15, soft, 400);
    }
    words(pen, 'Total', 24, 690, 18, soft, 500);
    words(pen, '€ 124', 300, 690, 22);
    box(pen, 24, 732, 342, 56, 28, '#20304f');
    words(pen, 'Pay', 180, 766, 17, '#fff');
  },
};

/** Draws a screen at a scale. */
export function drawScreen(name: ScreenName, scale: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(screenSize.width * scale);
  canvas.height = Math.round(screenSize.height * scale);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('This browser draws no 2D canvas.');
  pen.scale(scale, scale);
  drawings[name](pen);
  return canvas;
}

/** A screen as a PNG. */
export async function screenPng(name: ScreenName, scale: number): Promise<Blob> {
  const canvas = drawScreen(name, scale);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('No PNG.'))), 'image/png'),
  );
}
