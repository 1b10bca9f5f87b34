import type { RestNode } from '../../document/rest-node.ts';

export interface PageColor {
  background: string;
  /** For the titles above frames: what can be read on the background. */
  text: string;
}

/** The canvas has the colour that the page has in the file, whatever the theme. */
export function pageColor(page: RestNode | undefined): PageColor {
  const { r = 0.96, g = 0.96, b = 0.96 } = page?.backgroundColor ?? {};
  const byte = (value: number) => Math.round(value * 255);
  const luminance = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  return {
    background: `rgb(${byte(r)} ${byte(g)} ${byte(b)})`,
    text: luminance > 0.5 ? 'rgb(0 0 0 / 55%)' : 'rgb(255 255 255 / 65%)',
  };
}
