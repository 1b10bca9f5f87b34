import type { Draft } from '../draft.ts';
import { frame, rect } from '../nodes.ts';
import { text } from '../text.ts';
import type { Face } from '../type.ts';

const LEFT_ODD = [
  '0001101',
  '0011001',
  '0010011',
  '0111101',
  '0100011',
  '0110001',
  '0101111',
  '0111011',
  '0110111',
  '0001011',
];
const PARITY = [
  'LLLLLL',
  'LLGLGG',
  'LLGGLG',
  'LLGGGL',
  'LGLLGG',
  'LGGLLG',
  'LGGGLL',
  'LGLGLG',
  'LGLGGL',
  'LGGLGL',
];

const flip = (bits: string) => bits.replace(/[01]/g, (bit) => (bit === '0' ? '1' : '0'));
const turned = (bits: string) => [...bits].reverse().join('');

/** The check digit that makes twelve digits an EAN-13. */
export function withCheckDigit(twelve: string): string {
  const sum = [...twelve].reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 3), 0);
  return `${twelve}${(10 - (sum % 10)) % 10}`;
}

/** The 95 modules of an EAN-13 (GS1 General Specifications, 5.2): 1 is a bar. */
export function modules(code: string): string {
  const parity = PARITY[Number(code[0])] ?? 'LLLLLL';
  const left = [...code.slice(1, 7)].map((digit, i) => {
    const odd = LEFT_ODD[Number(digit)] ?? '';
    return parity[i] === 'L' ? odd : turned(flip(odd));
  });
  const right = [...code.slice(7)].map((digit) => flip(LEFT_ODD[Number(digit)] ?? ''));
  return `101${left.join('')}01010${right.join('')}101`;
}

/** A bar code that scans, with its digits below; `unit` is a module's width in pixels. */
export function barcode(
  twelve: string,
  x: number,
  y: number,
  unit: number,
  height: number,
  ink: string,
  face: Face,
): Draft {
  const code = withCheckDigit(twelve);
  const bits = modules(code);
  const bars: Draft[] = [];
  for (let i = 0; i < bits.length; i++) {
    if (bits[i] !== '1') continue;
    let wide = 1;
    while (bits[i + wide] === '1') wide += 1;
    const guard = i < 3 || i > 91 || (i > 44 && i < 50);
    bars.push(rect('Bar', 28 + i * unit, 12, wide * unit, guard ? height + 8 : height, { fill: ink }));
    i += wide - 1;
  }
  const digits = (from: number, to: number, centre: number) =>
    text('Digits', 28 + centre * unit, height + 14, code.slice(from, to), face, {
      fill: ink,
      align: 'CENTER',
    });
  return frame('Barcode', x, y, 28 + 95 * unit + 16, height + 40, { fill: '#FFFFFF', radius: 4 }, [
    ...bars,
    text('First digit', 22, height + 14, code.slice(0, 1), face, { fill: ink, align: 'RIGHT' }),
    digits(1, 7, 24.5),
    digits(7, 13, 70.5),
  ]);
}
