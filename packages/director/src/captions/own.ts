import type { CaptionCase } from './stranger.ts';

/** Captions by the author of the rules, written before them, in the format of the stranger's. */

const cards = ['Card 1', 'Card 2', 'Card 3'];
const kpis = ['KPI 1', 'KPI 2', 'KPI 3', 'KPI 4'];
const bars = [1, 2, 3, 4, 5, 6, 7].map((index) => `Bar ${index}`);
const photos = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((index) => `Photo ${index}`);
const orders = [1, 2, 3, 4, 5].map((index) => `Order ${index}`);
const still = { camera: [], layers: [], overlays: [], still: true } satisfies Partial<CaptionCase>;

const camera: CaptionCase[] = [
  { words: 'push in', camera: [{ move: 'push-in' }] },
  {
    words: 'Slow push in on the total, then the cards rise one by one',
    camera: [{ move: 'push-in', on: 'Summary' }],
    layers: [{ effect: 'rise', of: cards, by: 'order' }],
    pace: 'slow',
  },
  { words: 'gently zoom into the sales chart', camera: [{ move: 'push-in', on: 'Sales chart' }] },
  { words: 'ZOOM IN ON THE PAY BUTTON!!!', camera: [{ move: 'push-in', on: 'Pay button' }] },
  { words: 'move closer to the headline', camera: [{ move: 'push-in', on: 'Your basket' }] },
  { words: 'zoom out from the chart', camera: [{ move: 'pull-out', on: 'Sales chart' }] },
  { words: 'pull back slowly', camera: [{ move: 'pull-out' }], pace: 'slow' },
  { words: 'pan left', camera: [{ move: 'pan-left' }] },
  { words: 'tilt down to the chart', camera: [{ move: 'tilt-down', on: 'Sales chart' }] },
  { words: 'a quick pan from left to right', camera: [{ move: 'pan-right' }], pace: 'quick' },
  {
    words: 'dolly to the hero and back',
    camera: [{ move: 'dolly', on: 'Hero' }, { move: 'pull-out' }],
  },
  {
    words: 'go from the hero to the chart',
    camera: [
      { move: 'dolly', on: 'Hero' },
      { move: 'dolly', on: 'Sales chart' },
    ],
  },
  {
    words: 'zoom in on the chart, hold for two seconds, then zoom out',
    camera: [{ move: 'push-in', on: 'Sales chart' }, { move: 'hold' }, { move: 'pull-out' }],
  },
  {
    words: 'Push in on the hero. Wait a beat. Then glide to the pay button.',
    camera: [{ move: 'push-in', on: 'Hero' }, { move: 'hold' }, { move: 'dolly', on: 'Pay button' }],
  },
  {
    words: 'Start close on the total and pull out to the whole screen',
    camera: [{ move: 'pull-out', on: 'Summary' }],
  },
  { words: 'end on the button', camera: [{ move: 'push-in', on: 'Pay button' }] },
  { words: 'focus on @Pay button', camera: [{ move: 'push-in', on: 'Pay button' }] },
  { words: 'zoom to 150% on the hero', camera: [{ move: 'push-in', on: 'Hero' }] },
  {
    words: 'zoom in on the first card, then the second card, then the third',
    camera: [
      { move: 'push-in', on: 'Card 1' },
      { move: 'dolly', on: 'Card 2' },
      { move: 'dolly', on: 'Card 3' },
    ],
  },
  {
    words: 'let the camera drift towards the goal ring over five seconds',
    frame: 'dashboard',
    camera: [{ move: 'push-in', on: 'Goal ring' }],
    seconds: 5,
  },
  { words: 'close-up of the avatar', frame: 'profile', camera: [{ move: 'push-in', on: 'Avatar' }] },
  { words: 'hold', camera: [{ move: 'hold' }] },
  { words: 'hold for 4 seconds', camera: [{ move: 'hold' }], seconds: 4 },
  {
    words: 'first zoom in on the KPIs, afterwards pan right',
    frame: 'dashboard',
    camera: [{ move: 'push-in' }, { move: 'pan-right' }],
  },
];

const layers: CaptionCase[] = [
  {
    words: 'cards come in quickly, total last',
    layers: [
      { effect: 'rise', of: cards },
      { effect: 'rise', of: ['Summary'] },
    ],
    pace: 'quick',
  },
  {
    words: 'bars grow from the left',
    frame: 'dashboard',
    layers: [{ effect: 'grow', of: bars, from: 'down' }],
  },
  { words: 'cards fade in', layers: [{ effect: 'fade', of: cards, phase: 'enter' }] },
  { words: 'the hero fades out', layers: [{ effect: 'fade', of: ['Hero'], phase: 'leave' }] },
  { words: 'The cards drop in one after the other', layers: [{ effect: 'drop', of: cards }] },
  { words: 'slide the cards in from the right', layers: [{ effect: 'slide', of: cards, from: 'right' }] },
  {
    words: 'the hero slides out to the left',
    layers: [{ effect: 'slide', of: ['Hero'], phase: 'leave', from: 'left' }],
  },
  { words: 'pop the button in at the end', layers: [{ effect: 'pop', of: ['Pay button'] }] },
  { words: 'scale up the hero', layers: [{ effect: 'scale', of: ['Hero'] }] },
  {
    words: 'wipe in the chart from the left',
    layers: [{ effect: 'wipe', of: ['Sales chart'], from: 'left' }],
  },
  { words: 'the hero blurs in', layers: [{ effect: 'blur', of: ['Hero'] }] },
  { words: 'mask reveal on the headline', layers: [{ effect: 'mask', of: ['Your basket'] }] },
  { words: 'type out the headline', layers: [{ effect: 'type', of: ['Your basket'] }] },
  {
    words: 'the headline appears word by word',
    frame: 'article',
    layers: [{ effect: 'words', of: ['Slow mornings in Lisbon'] }],
  },
  { words: 'the pay button pulses', layers: [{ effect: 'pulse', of: ['Pay button'] }] },
  {
    words: 'let the button throb twice at the end',
    layers: [{ effect: 'pulse', of: ['Pay button'] }],
  },
  {
    words: 'Headline first, then the hero, then the cards rise in one by one',
    layers: [
      { effect: 'rise', of: ['Your basket'] },
      { effect: 'rise', of: ['Hero'] },
      { effect: 'rise', of: cards },
    ],
  },
  {
    words: 'once the cards are in, the button pops in',
    layers: [{ effect: 'pop', of: ['Pay button'] }],
  },
  {
    words: 'When the headline has faded in, bring up the cards',
    layers: [
      { effect: 'fade', of: ['Your basket'] },
      { effect: 'rise', of: cards },
    ],
  },
  {
    words: 'stagger the photos from the centre',
    frame: 'profile',
    layers: [{ effect: 'rise', of: photos, by: 'centre' }],
  },
  {
    words: 'photos pop in row by row',
    frame: 'profile',
    layers: [{ effect: 'pop', of: photos, by: 'rows' }],
  },
  {
    words: 'the grid fades in column by column',
    frame: 'profile',
    layers: [{ effect: 'fade', of: photos, by: 'columns' }],
  },
  {
    words: 'the orders rise one by one, quickly',
    frame: 'dashboard',
    layers: [{ effect: 'rise', of: orders }],
    pace: 'quick',
  },
  {
    words: 'The KPI cards come in from below, then the bars grow',
    frame: 'dashboard',
    layers: [
      { effect: 'rise', of: kpis },
      { effect: 'grow', of: bars },
    ],
  },
  { words: 'bars grow from the bottom', frame: 'dashboard', layers: [{ effect: 'grow', of: bars }] },
  { words: 'draw the trend line', frame: 'dashboard', layers: [{ effect: 'draw', of: ['Trend line'] }] },
  { words: 'the goal ring fills up', frame: 'dashboard', layers: [{ effect: 'fill', of: ['Goal ring'] }] },
  { words: 'count the total up', layers: [{ effect: 'count', of: ['€ 84.00'] }] },
  {
    words: 'followers count up from zero',
    frame: 'profile',
    layers: [{ effect: 'count', of: ['4,902'] }],
  },
  { words: 'animate the chart in', frame: 'dashboard', layers: [{ effect: 'grow', of: bars }] },
  {
    words: 'the first card slides in from the left, the last one from the right',
    layers: [
      { effect: 'slide', of: ['Card 1'], from: 'left' },
      { effect: 'slide', of: ['Card 3'], from: 'right' },
    ],
  },
  {
    words: 'all of it fades in except the tab bar',
    layers: [
      { effect: 'fade', of: ['Your basket', 'Hero', ...cards, 'Summary', 'Sales chart', 'Pay button'] },
    ],
  },
  {
    words: 'everything fades in except the hero',
    frame: 'article',
    layers: [
      {
        effect: 'fade',
        of: [
          'Slow mornings in Lisbon',
          'By Clara Nunes, 6 min',
          'Paragraph 1',
          'Paragraph 2',
          'Quote',
          'Paragraph 3',
          'Paragraph 4',
          'Share button',
          'Related',
        ],
      },
    ],
  },
  { words: 'the cards rise, except the second one', layers: [{ effect: 'rise', of: ['Card 1', 'Card 3'] }] },
  { words: 'fade “Your basket” in', layers: [{ effect: 'fade', of: ['Your basket'] }] },
  {
    words: 'the share sheet slides up',
    frame: 'profile',
    layers: [{ effect: 'slide', of: ['Share sheet'], from: 'down' }],
  },
];

const overlays: CaptionCase[] = [
  {
    words: 'highlight the total',
    camera: [],
    layers: [],
    overlays: [{ effect: 'highlight', on: 'Summary' }],
  },
  { words: 'dim everything but the chart', overlays: [{ effect: 'dim', on: 'Sales chart' }] },
  { words: 'spotlight on the pay button', overlays: [{ effect: 'dim', on: 'Pay button' }] },
  { words: 'tap the pay button', overlays: [{ effect: 'tap', on: 'Pay button' }] },
  {
    words: 'the user clicks on Follow',
    frame: 'profile',
    overlays: [{ effect: 'tap', on: 'Follow button' }],
  },
  {
    words: 'zoom in on the button, then a pointer taps it',
    camera: [{ move: 'push-in', on: 'Pay button' }],
    overlays: [{ effect: 'tap', on: 'Pay button' }],
  },
  {
    words: 'the cards rise while the hero is highlighted',
    layers: [{ effect: 'rise', of: cards }],
    overlays: [{ effect: 'highlight', on: 'Hero' }],
  },
  { words: 'circle the total', overlays: [{ effect: 'highlight', on: 'Summary' }] },
];

const scrolling: CaptionCase[] = [
  { words: 'scroll down to the quote', frame: 'article', camera: [], scrolls: 'Quote' },
  { words: 'scroll through the page', frame: 'article', scrolls: true },
  {
    words: 'Scroll to the related stories, hold, then scroll back up',
    frame: 'article',
    scrolls: true,
    notUnderstood: ['stories'],
  },
  { words: 'slow scroll to the bottom', frame: 'article', scrolls: true, pace: 'slow' },
];

const tempers: CaptionCase[] = [
  { words: 'no animation', ...still },
  { words: 'Leave it as it is.', ...still },
  { words: 'nothing moves', ...still },
  { words: "don't move the camera", camera: [] },
  {
    words: 'cards rise, quick and bouncy',
    layers: [{ effect: 'rise', of: cards }],
    pace: 'quick',
    mood: 'bouncy',
  },
  { words: 'calm and premium, please', mood: 'premium' },
  {
    words: 'nothing but the hero moves: it scales in',
    camera: [],
    layers: [{ effect: 'scale', of: ['Hero'] }],
  },
  { words: 'this one lasts 5 seconds', seconds: 5 },
];

const honest: CaptionCase[] = [
  { words: 'zoom in on the unicorn', notUnderstood: ['the unicorn'] },
  { words: 'Abracadabra', notUnderstood: ['Abracadabra'] },
  {
    words: 'zoom in on the total with confetti',
    camera: [{ move: 'push-in', on: 'Summary' }],
    notUnderstood: ['confetti'],
  },
  { words: 'make it explode', layers: [], notUnderstood: ['explode'] },
  { words: 'keep the camera still and zoom in on the chart', notUnderstood: ['keep the camera still'] },
  { words: 'no animation, the cards rise', notUnderstood: ['no animation'] },
  { words: 'Push notification', camera: [], notUnderstood: ['Push notification'] },
  { words: 'Zoom meeting at nine', camera: [], notUnderstood: ['Zoom meeting'] },
  { words: 'like a breath of fresh air', camera: [], layers: [], notUnderstood: ['fresh air'] },
  { words: '你好,卡片上升', notUnderstood: ['你好', '卡片上升'] },
];

/** Captions that an auditor found read wrongly, without a word about it. */
const audited: CaptionCase[] = [
  {
    words: 'Push in on the bar chart, then the table rows rise',
    frame: 'dashboard',
    camera: [{ move: 'push-in', on: 'Bars' }, { move: 'pull-out' }],
    layers: [{ effect: 'rise', of: orders }],
  },
  {
    words: 'nothing moves for a second, then the headline fades up',
    layers: [{ effect: 'fade', of: ['Your basket'] }],
  },
  {
    words: 'cards in, then out',
    layers: [
      { effect: 'rise', of: cards },
      { effect: 'fade', of: cards, phase: 'leave' },
    ],
  },
  {
    words: 'the cards fade in, hold for a second, then fade out',
    layers: [
      { effect: 'fade', of: cards },
      { effect: 'fade', of: cards, phase: 'leave' },
    ],
  },
  { words: 'zoom in on the hero, then out', camera: [{ move: 'push-in', on: 'Hero' }, { move: 'pull-out' }] },
  {
    words: 'scroll to the bottom and back to the top',
    camera: [{ move: 'tilt-down' }, { move: 'tilt-up' }],
  },
  {
    words: 'hold on the first card for 1.5s, then the second, then the third',
    camera: [
      { move: 'push-in', on: 'Card 1' },
      { move: 'hold' },
      { move: 'dolly', on: 'Card 2' },
      { move: 'hold' },
      { move: 'dolly', on: 'Card 3' },
      { move: 'hold' },
    ],
    layers: [],
  },
  {
    words: 'move the mouse to Pay button and click',
    layers: [],
    overlays: [{ effect: 'tap', on: 'Pay button' }],
  },
  { words: 'move the mouse to Export and click', overlays: [], notUnderstood: ['Export'] },
  { words: 'pan to the right edge, super slow', camera: [{ move: 'pan-right' }], pace: 'slow' },
  {
    words: 'items stack in from the bottom, then the total counts up',
    layers: [
      { effect: 'rise', of: cards },
      { effect: 'count', of: ['€ 84.00'] },
    ],
  },
  {
    words: 'sparklines draw in together',
    frame: 'dashboard',
    camera: [],
    layers: [{ effect: 'draw', of: ['Trend line'] }],
  },
  { words: 'spotlight Bar 3', frame: 'dashboard', overlays: [{ effect: 'dim', on: 'Bar 3' }] },
  { words: 'highlight the 3rd bar', frame: 'dashboard', overlays: [{ effect: 'highlight', on: 'Bar 3' }] },
  { words: 'highlight the bar at 3', frame: 'dashboard', overlays: [{ effect: 'highlight', on: 'Bar 3' }] },
  { words: 'highlight the bar at 08', frame: 'dashboard', overlays: [], notUnderstood: ['the bar at 08'] },
  { words: 'spotlight the 8am bar', frame: 'dashboard', overlays: [], notUnderstood: ['the 8am bar'] },
  { words: 'the donut draws itself', frame: 'dashboard', layers: [{ effect: 'draw', of: ['Goal ring'] }] },
  { words: 'pie chart fills up', layers: [], notUnderstood: ['pie chart'] },
  {
    words: 'line chart traces left to right',
    frame: 'dashboard',
    layers: [{ effect: 'draw', of: ['Trend line'] }],
  },
  {
    words: 'show the price of Tom Becker close up',
    frame: 'dashboard',
    camera: [{ move: 'push-in', on: '$58.40' }],
  },
  {
    words: 'show the price of the Tide pitcher close up',
    camera: [],
    notUnderstood: ['the price of the Tide pitcher'],
  },
  {
    words: 'Make the hero come alive with a gentle zoom',
    camera: [{ move: 'push-in', on: 'Hero' }],
    layers: [],
  },
  { words: 'the hero rises from behind the summary', layers: [{ effect: 'rise', of: ['Hero'] }] },
];

export const ownCaptions: readonly CaptionCase[] = [
  ...camera,
  ...layers,
  ...overlays,
  ...scrolling,
  ...tempers,
  ...honest,
  ...audited,
];
