import { dashboard } from './dashboard/index.ts';
import { type FileDraft, toFile } from './file.ts';
import { label } from './label/index.ts';
import { landing } from './landing/index.ts';
import { posterFile } from './poster/index.ts';
import { shop } from './shop/index.ts';

export interface Sample {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly draw: () => FileDraft;
}

/** Every sample, in the order in which the playground offers them. */
export const SAMPLES: readonly Sample[] = [
  {
    id: 'shop',
    title: 'Loam shop',
    description: 'Five linked screens of a pottery’s shop, with prototype transitions and annotations.',
    draw: shop,
  },
  {
    id: 'dashboard',
    title: 'Tern operations',
    description: 'A day of shared bicycles: figures, charts, a table, and its busiest hour by smart animate.',
    draw: dashboard,
  },
  {
    id: 'label',
    title: 'Salt Hill label',
    description: 'An olive oil’s label with its bar code and small print, and a front panel.',
    draw: label,
  },
  {
    id: 'poster',
    title: 'Low Tide poster',
    description: 'A concert poster: large type, gradients, a mask and a blend.',
    draw: posterFile,
  },
  {
    id: 'landing',
    title: 'Salt Hill site',
    description: 'A landing page 5,200 pixels tall with a fixed bar, for long scrolls.',
    draw: landing,
  },
];

/** One file's text, as it is committed: compact, one line. */
export function documentText(sample: Sample): string {
  return `${JSON.stringify(toFile(sample.draw()))}\n`;
}

/** `samples/index.json`: what the playground lists. */
export function indexText(): string {
  const list = SAMPLES.map(({ id, title, description }) => ({
    id,
    title,
    description,
    file: `${id}/document.json`,
    images: `${id}/images`,
  }));
  return `${JSON.stringify(list, null, 2)}\n`;
}
