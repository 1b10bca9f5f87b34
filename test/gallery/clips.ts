import { readFile } from 'node:fs/promises';
import { type Aspect, aspects, formatSize, moods, readStoryboard } from '@animatic/schema';
import { bank, bankCard, bankList } from '../golden/support/bank.ts';
import { dashboard, report } from '../golden/support/dashboard.ts';
import { familyOf, type Stills } from '../golden/support/screen.ts';
import { product, shop } from '../golden/support/shop.ts';
import { type BoardMore, boardOf, type Entry, placeIn, type Section, type ShotPlan } from './entry.ts';

const sample = new URL('../../apps/server/sample/', import.meta.url);

/** The storyboard that a first start renders, captured by the plugin from our shop's document. */
async function capturedSample() {
  return readStoryboard(JSON.parse(await readFile(new URL('storyboard.json', sample), 'utf8')));
}

/** Stills of the captured sample, by their hash; the rest are the synthetic ones. */
export async function loadStill(stills: Stills, hash: string): Promise<Uint8Array> {
  for (const type of ['png', 'jpg']) {
    const bytes = await readFile(new URL(`stills/${hash}.${type}`, sample)).catch(() => undefined);
    if (bytes) return bytes;
  }
  return stills.load(hash);
}

const meridian: ShotPlan[] = [
  {
    screen: dashboard,
    duration: 4.6,
    into: 'smart-animate',
    motion: {
      layers: [
        { layers: ['dash:headline'], effect: 'rise', at: 0.2, duration: 0.5 },
        { layers: familyOf(dashboard, 'figures'), effect: 'rise', at: 0.4, duration: 0.5, stagger: 0.07 },
        { layers: familyOf(dashboard, 'bars'), effect: 'grow', at: 0.9, duration: 0.7, stagger: 0.04 },
        { layers: ['dash:ring'], effect: 'fill', at: 1.1, duration: 0.9 },
        { layers: ['dash:share'], effect: 'count', at: 1.1, duration: 0.9 },
        { layers: ['dash:line'], effect: 'draw', at: 1.4, duration: 1 },
      ],
      overlays: [
        { effect: 'tap', boxes: [placeIn(dashboard, 'dash:button')], corner: 11, at: 3, duration: 1.4 },
      ],
    },
  },
  {
    screen: report,
    duration: 4,
    motion: {
      layers: [
        {
          layers: familyOf(report, 'places'),
          effect: 'slide',
          from: 'right',
          at: 0.2,
          duration: 0.6,
          stagger: 0.08,
        },
      ],
    },
  },
];

const harbor: ShotPlan[] = [
  {
    screen: bank,
    duration: 4,
    into: 'smart-animate',
    line: 'All of it, at a glance',
    motion: {
      layers: [
        { layers: ['bank:total'], effect: 'count', at: 0.3, duration: 1.1 },
        { layers: familyOf(bank, 'actions'), effect: 'pop', at: 0.5, duration: 0.5, stagger: 0.06 },
        { layers: familyOf(bank, 'rows'), effect: 'rise', at: 0.8, duration: 0.5, stagger: 0.07 },
      ],
      overlays: [
        { effect: 'tap', boxes: [placeIn(bank, 'bank:balance')], corner: 24, at: 2.5, duration: 1.3 },
      ],
    },
  },
  {
    screen: bankCard,
    duration: 4,
    line: 'And where it went',
    motion: { camera: [{ move: 'hold' }, { move: 'dolly', focus: placeIn(bankCard, 'bank:month') }] },
  },
];

const loft: ShotPlan[] = [
  {
    screen: shop,
    duration: 3.8,
    into: 'push',
    line: 'Made by hand, in small runs',
    motion: {
      layers: [
        { layers: ['shop:hero-text'], effect: 'words', at: 0.3, duration: 0.9 },
        { layers: familyOf(shop, 'goods'), effect: 'rise', at: 0.7, duration: 0.6, stagger: 0.08 },
      ],
      overlays: [
        { effect: 'tap', boxes: [placeIn(shop, 'shop:good-0')], corner: 20, at: 2.3, duration: 1.3 },
      ],
    },
  },
  {
    screen: product,
    duration: 4,
    line: 'One vase, thrown in one piece',
    motion: {
      layers: [
        { layers: ['shop:product-name'], effect: 'rise', at: 0.3, duration: 0.5 },
        { layers: familyOf(product, 'swatches'), effect: 'pop', at: 0.6, duration: 0.5, stagger: 0.06 },
        { layers: ['shop:buy'], phase: 'stay', effect: 'pulse', at: 2.2, duration: 0.7 },
      ],
    },
  },
];

const clip = (id: string, title: string, note: string, plans: ShotPlan[], more?: BoardMore): Entry => ({
  id,
  title,
  note,
  poster: 2.2,
  board: (stills) => boardOf(stills, plans, more),
});

/** Whole clips, as a designer would send them. */
export const samples: Section = {
  id: 'samples',
  title: 'Samples',
  about: 'Whole clips. What was drawn is what moves, to the pixel.',
  tile: 460,
  entries: [
    {
      id: 'sample-loam',
      title: 'Loam',
      note: 'captured by the plugin: “The cards rise one by one”',
      size: { width: 1280, height: 720 },
      poster: 2,
      board: capturedSample,
    },
    {
      ...clip('sample-meridian', 'Meridian', 'a dashboard builds up', meridian),
      size: { width: 1280, height: 720 },
    },
    {
      ...clip('sample-harbor', 'Harbor', 'a bank counts and opens', harbor),
      size: { width: 1280, height: 720 },
    },
    {
      ...clip('sample-loft', 'loft & kiln', 'a shop, tapped through', loft),
      size: { width: 1280, height: 720 },
    },
  ],
};

function sized(aspect: Aspect): { width: number; height: number } {
  const { width, height } = formatSize({ aspect, resolution: 720 }, bank);
  return { width: Math.round((width * 0.75) / 2) * 2, height: Math.round((height * 0.75) / 2) * 2 };
}

/** One board in every shape. */
export const formats: Section = {
  id: 'formats',
  title: 'Formats',
  about: 'One storyboard, composed anew for each shape.',
  even: true,
  entries: [
    ...aspects.map(
      (aspect): Entry => ({
        ...clip(`format-bank-${aspect.replace(':', 'x')}`, aspect, 'a phone’s screen', harbor.slice(0, 1), {
          aspect,
        }),
        size: sized(aspect),
      }),
    ),
    ...aspects
      .filter((aspect) => aspect !== 'frame')
      .map(
        (aspect): Entry => ({
          ...clip(
            `format-dash-${aspect.replace(':', 'x')}`,
            aspect,
            'a desktop’s screen',
            meridian.slice(0, 1),
            { aspect },
          ),
          size: sized(aspect),
        }),
      ),
  ],
};

const CAPTIONS = [
  ['Slow push in on the chart', dashboard],
  ['The figure cards rise one by one, then the bars grow', dashboard],
  ['Slow push in on the ring, then count up the share', dashboard],
  ['Tap the export button', dashboard],
  ['Highlight the orders card', dashboard],
  ['The line draws itself slowly', dashboard],
  ['Everything fades in except the navigation', report],
  ['No animation', report],
] as const;

/** Captions, and what the director makes of them. */
export const words: Section = {
  id: 'words',
  title: 'Directed by words',
  short: 'Words',
  about: 'Nobody set a keyframe: these are the captions, as they were typed.',
  entries: [
    ...CAPTIONS.map(
      ([direction, screen], index): Entry => ({
        ...clip(`words-${index}`, `“${direction}”`, '', [{ screen, duration: 4, direction }]),
        poster: 3.4,
      }),
    ),
  ],
};

/** What a clip can be besides. */
export const more: Section = {
  id: 'more',
  title: 'And also',
  about:
    'Frames that scroll, loops without a seam, lines for viewers, moods, and nothing at all behind the screen.',
  entries: [
    {
      id: 'scroll',
      title: 'Scroll',
      note: 'the status bar stays',
      poster: 1.6,
      board: (stills) =>
        boardOf(stills, [{ screen: bankList, duration: 4, motion: { scroll: [{ to: 700 }, { to: 240 }] } }]),
    },
    {
      ...clip(
        'loop',
        'Loop',
        'its end passes into its beginning',
        [
          { screen: shop, duration: 1.8, into: 'push' },
          { screen: product, duration: 1.8, into: 'push' },
        ],
        { loop: true },
      ),
    },
    clip('lines', 'Lines', 'burnt in, clear of the content', loft, { burnIn: true }),
    clip(
      'lines-wide',
      'Lines on a full picture',
      'they find their place',
      [{ ...meridian[0]!, line: 'A year at a glance' }],
      { burnIn: true },
    ),
    ...moods.map((mood) =>
      clip(
        `mood-${mood}`,
        `Mood: ${mood}`,
        'the same words, tempered',
        [
          {
            screen: dashboard,
            duration: 4,
            direction: 'The figure cards rise one by one, then the bars grow',
          },
        ],
        { mood },
      ),
    ),
    {
      ...clip('transparent', 'Transparent ground', 'WebM with alpha', loft.slice(0, 1), {
        transparent: true,
      }),
      output: 'webm',
    },
  ],
};
