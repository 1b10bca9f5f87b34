import type { CaptionCase } from './stranger.ts';

/**
 * Captions written when the rules already understood both other tables, and read once before anything was changed for
 * them: how the rules do with words that they were not made for.
 */
const cards = ['Card 1', 'Card 2', 'Card 3'];
const kpis = ['KPI 1', 'KPI 2', 'KPI 3', 'KPI 4'];
const bars = [1, 2, 3, 4, 5, 6, 7].map((index) => `Bar ${index}`);
const orders = [1, 2, 3, 4, 5].map((index) => `Order ${index}`);
const photos = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((index) => `Photo ${index}`);
const related = [1, 2, 3].map((index) => `Related card ${index}`);

export const firstFresh: readonly CaptionCase[] = [
  { words: 'Nudge in on the sales chart, very gently', camera: [{ move: 'push-in', on: 'Sales chart' }] },
  {
    words: 'The shot begins on the pay button and widens to the full screen',
    camera: [{ move: 'pull-out', on: 'Pay button' }],
  },
  {
    words: 'sweep from the hero over to the chart',
    camera: [
      { move: 'dolly', on: 'Hero' },
      { move: 'dolly', on: 'Sales chart' },
    ],
  },
  {
    words: 'Stay wide for a second, then jump to the total',
    camera: [{ move: 'hold' }, { move: 'dolly', on: 'Summary' }],
  },
  { words: 'Get in tight on card two', camera: [{ move: 'push-in', on: 'Card 2' }] },
  {
    words: 'Crawl towards the headline for the whole shot',
    camera: [{ move: 'push-in', on: 'Your basket' }],
  },
  {
    words: 'take me from the logo to the goal',
    frame: 'dashboard',
    camera: [
      { move: 'dolly', on: 'Logo' },
      { move: 'dolly', on: 'Goal' },
    ],
  },
  {
    words: 'pan over the KPIs from left to right, then down to the table',
    frame: 'dashboard',
    camera: [{ move: 'pan-right' }, { move: 'dolly', on: 'Orders table' }],
  },
  { words: 'All three cards should appear together', layers: [{ effect: 'fade', of: cards }] },
  { words: 'have the cards tumble in one at a time', layers: [{ effect: 'drop', of: cards }] },
  {
    words: 'Cards enter from the right, staggered 120ms',
    layers: [{ effect: 'slide', of: cards, from: 'right' }],
  },
  { words: 'I’d like the hero image to grow in softly', layers: [{ effect: 'scale', of: ['Hero'] }] },
  {
    words: 'bring the headline on with a typewriter effect',
    layers: [{ effect: 'type', of: ['Your basket'] }],
  },
  {
    words: 'unveil the chart with a wipe from left to right',
    layers: [{ effect: 'wipe', of: ['Sales chart'], from: 'left' }],
  },
  {
    words: 'the button fades in right after the cards have dropped',
    layers: [
      { effect: 'drop', of: cards },
      { effect: 'fade', of: ['Pay button'] },
    ],
  },
  { words: 'at the end the cards fall away', layers: [{ effect: 'drop', of: cards, phase: 'leave' }] },
  {
    words: 'swipe the hero off to the left',
    layers: [{ effect: 'slide', of: ['Hero'], phase: 'leave', from: 'left' }],
  },
  {
    words: 'every number ticks up',
    frame: 'profile',
    layers: [{ effect: 'count', of: ['128', '4,902', '311'] }],
  },
  {
    words: 'let the bars shoot up one by one, then trace the trend',
    frame: 'dashboard',
    layers: [
      { effect: 'grow', of: bars },
      { effect: 'draw', of: ['Trend line'] },
    ],
  },
  {
    words: 'the KPI row fades up, then the order rows follow',
    frame: 'dashboard',
    layers: [
      { effect: 'fade', of: kpis },
      { effect: 'fade', of: orders },
    ],
  },
  {
    words: 'gallery pops in from the middle outwards',
    frame: 'profile',
    layers: [{ effect: 'pop', of: photos, by: 'centre' }],
  },
  {
    words: 'dissolve the pictures in, bottom row first',
    frame: 'profile',
    layers: [{ effect: 'fade', of: [...photos.slice(6), ...photos.slice(0, 6)] }],
  },
  {
    words: 'the bio reveals itself word by word',
    frame: 'profile',
    layers: [{ effect: 'words', of: ['Bio'] }],
  },
  {
    words: 'related cards come in from below as we scroll to them',
    frame: 'article',
    layers: [{ effect: 'rise', of: related }],
    scrolls: 'Related',
  },
  {
    words: 'scroll slowly until the share button shows',
    frame: 'article',
    scrolls: 'Share button',
    pace: 'slow',
  },
  { words: 'read down the page at a calm pace', frame: 'article', scrolls: true, mood: 'calm' },
  {
    words: 'scroll to the quote, wait a second and highlight it',
    frame: 'article',
    scrolls: 'Quote',
    overlays: [{ effect: 'highlight', on: 'Quote' }],
  },
  {
    words: 'someone presses Pay now and the whole thing fades',
    overlays: [{ effect: 'tap', on: 'Pay button' }],
  },
  { words: 'Put the spotlight on the total', overlays: [{ effect: 'dim', on: 'Summary' }] },
  {
    words: 'ring the goal, twice',
    frame: 'dashboard',
    overlays: [{ effect: 'highlight', on: 'Goal' }],
    notUnderstood: ['twice'],
  },
  {
    words: 'fade everything but the chart into the background',
    overlays: [{ effect: 'dim', on: 'Sales chart' }],
  },
  {
    words: 'double-click the second order',
    frame: 'dashboard',
    overlays: [{ effect: 'tap', on: 'Order 2' }],
  },
  { words: 'No movement at all please', still: true },
  { words: 'Hold on the whole frame, nothing fancy, 3 seconds', camera: [], seconds: 3 },
  {
    words: 'snappy and fun: cards bounce in',
    layers: [{ effect: 'pop', of: cards }],
    pace: 'quick',
    mood: 'bouncy',
  },
  {
    words: 'Give it a luxurious feel, cards fading in very slowly',
    layers: [{ effect: 'fade', of: cards }],
    pace: 'slow',
    mood: 'premium',
  },
  {
    words: 'cards rise but leave the second one where it is',
    layers: [{ effect: 'rise', of: ['Card 1', 'Card 3'] }],
  },
  { words: 'everything slides up apart from the header', frame: 'article', notUnderstood: [] },
  { words: 'make the price sparkle', notUnderstood: ['the price sparkle'] },
  { words: 'zoom in on the checkout form', camera: [], notUnderstood: ['the checkout form'] },
  { words: 'add some music', notUnderstood: ['music'] },
  {
    words: 'the hero blurs out while the cards come into focus',
    layers: [
      { effect: 'blur', of: ['Hero'], phase: 'leave' },
      { effect: 'blur', of: cards },
    ],
  },
];

/** The same again, after the rules had been taught what the first ones lacked. */
export const secondFresh: readonly CaptionCase[] = [
  {
    words: 'Begin with the whole checkout, then slowly creep up to the pay button',
    camera: [{ move: 'push-in', on: 'Pay button' }],
    pace: 'slow',
  },
  { words: 'camera drifts down the screen', camera: [{ move: 'tilt-down' }] },
  {
    words: 'Look at the chart first and the total second',
    camera: [
      { move: 'push-in', on: 'Sales chart' },
      { move: 'dolly', on: 'Summary' },
    ],
  },
  {
    words: 'rush over to the goal ring and stay there',
    frame: 'dashboard',
    camera: [{ move: 'dolly', on: 'Goal ring' }, { move: 'hold' }],
  },
  { words: 'Give us a closer look at the second card', camera: [{ move: 'push-in', on: 'Card 2' }] },
  { words: 'End wide. Start on the avatar.', frame: 'profile', camera: [{ move: 'pull-out', on: 'Avatar' }] },
  {
    words: 'zoom in, pan right, zoom out',
    camera: [{ move: 'push-in' }, { move: 'pan-right' }, { move: 'pull-out' }],
  },
  {
    words: 'a long slow tilt from the headline to the pay button',
    camera: [{ move: 'tilt-down', on: 'Pay button' }],
    pace: 'slow',
  },
  { words: 'zoom 1.4x into the trend', frame: 'dashboard', camera: [{ move: 'push-in', on: 'Trend' }] },
  {
    words: 'Hold two seconds on the headline before moving on to the button',
    camera: [{ move: 'push-in', on: 'Your basket' }, { move: 'hold' }, { move: 'dolly', on: 'Pay button' }],
  },
  { words: 'cards materialise', layers: [{ effect: 'fade', of: cards }] },
  {
    words: 'hero slides down from the top of the screen',
    layers: [{ effect: 'slide', of: ['Hero'], from: 'up' }],
  },
  { words: 'push the hero in from the left', layers: [{ effect: 'slide', of: ['Hero'], from: 'left' }] },
  { words: 'cards arrive one, two, three', layers: [{ effect: 'rise', of: cards }] },
  {
    words: 'summary and chart fade in together',
    layers: [{ effect: 'fade', of: ['Summary', 'Sales chart'] }],
  },
  {
    words: 'Hide the hero, then show it again',
    layers: [
      { effect: 'fade', of: ['Hero'], phase: 'leave' },
      { effect: 'fade', of: ['Hero'] },
    ],
  },
  { words: 'The cards: from bottom to top, softly', layers: [{ effect: 'rise', of: cards }] },
  { words: 'sharpen the hero from a blur', layers: [{ effect: 'blur', of: ['Hero'] }] },
  { words: 'the total rolls up to its value', layers: [{ effect: 'count', of: ['€ 84.00'] }] },
  {
    words: 'the three charts animate: bars first, then the line, then the ring',
    frame: 'dashboard',
    layers: [
      { effect: 'grow', of: bars },
      { effect: 'draw', of: ['Trend line'] },
      { effect: 'fill', of: ['Goal ring'] },
    ],
  },
  {
    words: 'the weekday bars climb up from the axis',
    frame: 'dashboard',
    layers: [{ effect: 'grow', of: bars }],
  },
  {
    words: 'table fills up row by row',
    frame: 'dashboard',
    layers: [{ effect: 'rise', of: orders, by: 'rows' }],
  },
  { words: 'KPIs light up one after another', frame: 'dashboard', layers: [{ effect: 'fade', of: kpis }] },
  {
    words: 'every photo pops, starting with the middle one',
    frame: 'profile',
    layers: [{ effect: 'pop', of: photos, by: 'centre' }],
  },
  {
    words: 'slide the sheet away downwards',
    frame: 'profile',
    layers: [{ effect: 'slide', of: ['Share sheet'], phase: 'leave', from: 'down' }],
  },
  {
    words: 'the name types out and the bio follows word by word',
    frame: 'profile',
    layers: [
      { effect: 'type', of: ['Name'] },
      { effect: 'words', of: ['Bio'] },
    ],
  },
  {
    words: 'pulse the follow button three times',
    frame: 'profile',
    layers: [{ effect: 'pulse', of: ['Follow button'] }],
  },
  {
    words: 'all related cards fly in from the left',
    frame: 'article',
    layers: [{ effect: 'slide', of: related, from: 'left' }],
  },
  { words: 'scroll halfway down', frame: 'article', scrolls: true, notUnderstood: ['halfway'] },
  {
    words: 'slowly scroll all the way to the end and then tap share',
    frame: 'article',
    scrolls: true,
    overlays: [{ effect: 'tap', on: 'Share button' }],
    pace: 'slow',
  },
  {
    words: 'circle the price in red',
    overlays: [{ effect: 'highlight', on: '€ 84.00' }],
    notUnderstood: ['red'],
  },
  { words: 'cursor moves to Pay now and clicks', overlays: [{ effect: 'tap', on: 'Pay button' }] },
  {
    words: 'Draw the viewer’s eye to the conversion rate',
    frame: 'dashboard',
    overlays: [{ effect: 'highlight', on: 'KPI 3' }],
  },
  { words: 'just hold it, no camera moves, no animations', still: true },
  { words: 'quiet and elegant', mood: 'premium' },
  { words: 'Make it fast!', pace: 'quick' },
  { words: 'let’s go with eight seconds total', seconds: 8 },
  { words: 'fade the cards in but not the last one', layers: [{ effect: 'fade', of: ['Card 1', 'Card 2'] }] },
  {
    words: 'nothing should move besides the ring',
    frame: 'dashboard',
    camera: [],
    layers: [{ effect: 'fill', of: ['Goal ring'] }],
  },
  { words: 'the mascot waves', notUnderstood: ['the mascot waves'] },
];

/** And once more. */
export const thirdFresh: readonly CaptionCase[] = [
  { words: 'ZI on total, 2s, ZO', notUnderstood: ['ZI', 'ZO'] },
  {
    words: 'Cam: slow push, whole frame. Layers: cards stagger up.',
    camera: [{ move: 'push-in' }],
    layers: [{ effect: 'rise', of: cards }],
    pace: 'slow',
  },
  {
    words: 'please make zoom to button of payment',
    camera: [{ move: 'push-in', on: 'Pay button' }],
    notUnderstood: ['payment'],
  },
  {
    words: 'The viewer should end up looking at the pay button',
    camera: [{ move: 'push-in', on: 'Pay button' }],
  },
  {
    words: 'Ease the camera back from the hero so that we see everything',
    camera: [{ move: 'pull-out', on: 'Hero' }],
  },
  { words: 'pan down past the chart to the button', camera: [{ move: 'tilt-down', on: 'Pay button' }] },
  { words: 'Follow the trend line from left to right', frame: 'dashboard', camera: [{ move: 'pan-right' }] },
  {
    words: 'move from one KPI to the next',
    frame: 'dashboard',
    camera: [
      { move: 'dolly', on: 'KPI 1' },
      { move: 'dolly', on: 'KPI 2' },
      { move: 'dolly', on: 'KPI 3' },
      { move: 'dolly', on: 'KPI 4' },
    ],
  },
  {
    words: 'frame the avatar tightly, hold, then open up to the whole profile',
    frame: 'profile',
    camera: [{ move: 'push-in', on: 'Avatar' }, { move: 'hold' }, { move: 'pull-out' }],
  },
  {
    words: 'hold for a beat at the start, then a fast zoom on the second card',
    camera: [{ move: 'hold' }, { move: 'push-in', on: 'Card 2' }],
    pace: 'quick',
  },
  {
    words: 'Zoom on card 1, card 2 and card 3 in turn',
    camera: [
      { move: 'push-in', on: 'Card 1' },
      { move: 'dolly', on: 'Card 2' },
      { move: 'dolly', on: 'Card 3' },
    ],
  },
  { words: 'cards pop into existence', layers: [{ effect: 'pop', of: cards }] },
  {
    words: 'Elements of the page fade up in order of importance',
    layers: [
      { effect: 'fade', of: ['Your basket', 'Hero', ...cards, 'Summary', 'Sales chart', 'Pay button'] },
    ],
    notUnderstood: ['importance'],
  },
  {
    words: 'headline wipes in, hero scales up behind it',
    layers: [
      { effect: 'wipe', of: ['Your basket'] },
      { effect: 'scale', of: ['Hero'] },
    ],
  },
  {
    words: 'have everything slide out to the left at the end',
    layers: [
      {
        effect: 'slide',
        of: ['Your basket', 'Hero', ...cards, 'Summary', 'Sales chart', 'Pay button'],
        phase: 'leave',
        from: 'left',
      },
    ],
  },
  { words: 'cards: rise, 0.2 s apart', layers: [{ effect: 'rise', of: cards }] },
  {
    words: 'The first card comes from the left, the second from below and the third from the right',
    layers: [
      { effect: 'slide', of: ['Card 1'], from: 'left' },
      { effect: 'rise', of: ['Card 2'] },
      { effect: 'slide', of: ['Card 3'], from: 'right' },
    ],
  },
  {
    words: 'the button drops in and bounces',
    layers: [
      { effect: 'drop', of: ['Pay button'] },
      { effect: 'pulse', of: ['Pay button'] },
    ],
  },
  {
    words: 'product names type on under each photo',
    layers: [{ effect: 'type', of: ['Cup 1', 'Cup 2', 'Cup 3'] }],
  },
  {
    words: 'the revenue chart should grow out of its baseline',
    frame: 'dashboard',
    layers: [{ effect: 'grow', of: bars }],
  },
  { words: 'goal goes from 0 to 72%', frame: 'dashboard', layers: [{ effect: 'count', of: ['72%'] }] },
  {
    words: 'animate the numbers on the KPI cards',
    frame: 'dashboard',
    layers: [{ effect: 'count', of: ['$48,210', '1,284', '3.6%', '$37.55'] }],
  },
  {
    words: 'the progress ring completes itself while its number counts',
    frame: 'dashboard',
    layers: [
      { effect: 'fill', of: ['Goal ring'] },
      { effect: 'count', of: ['72%'] },
    ],
  },
  {
    words: 'rows cascade in from the top of the table',
    frame: 'dashboard',
    layers: [{ effect: 'drop', of: orders }],
  },
  {
    words: 'Photos come up in a wave',
    frame: 'profile',
    layers: [{ effect: 'rise', of: photos }],
    notUnderstood: ['wave'],
  },
  {
    words: 'profile picture, then name, then bio, then the follow button — each fades in',
    frame: 'profile',
    layers: [{ effect: 'fade', of: ['Avatar', 'Name', 'Bio', 'Follow button'] }],
  },
  {
    words: 'modal slides up, background dims',
    frame: 'profile',
    layers: [{ effect: 'slide', of: ['Share sheet'], from: 'down' }],
    overlays: [{ effect: 'dim', on: 'Share sheet' }],
  },
  {
    words: 'the sheet gets dismissed',
    frame: 'profile',
    layers: [{ effect: 'fade', of: ['Share sheet'], phase: 'leave' }],
  },
  { words: 'long slow scroll, header pinned', frame: 'article', scrolls: true, pace: 'slow' },
  { words: 'scroll a bit', frame: 'article', scrolls: true },
  { words: 'scroll to the end, then jump back up to the headline', frame: 'article', scrolls: true },
  {
    words: 'as the page scrolls each related card pops in',
    frame: 'article',
    layers: [{ effect: 'pop', of: related }],
    scrolls: true,
  },
  {
    words: 'a finger taps the follow button and the button pulses',
    frame: 'profile',
    layers: [{ effect: 'pulse', of: ['Follow button'] }],
    overlays: [{ effect: 'tap', on: 'Follow button' }],
  },
  {
    words: 'Point out the average basket, dim what’s around it',
    frame: 'dashboard',
    overlays: [
      { effect: 'highlight', on: 'KPI 4' },
      { effect: 'dim', on: 'KPI 4' },
    ],
  },
  { words: 'No camera. Cards fade.', camera: [], layers: [{ effect: 'fade', of: cards }] },
  { words: 'absolutely nothing happens here', still: true },
  { words: 'more energy!', notUnderstood: ['energy'] },
  { words: 'smooth as butter', notUnderstood: ['butter'] },
  { words: 'cards come in, but not from the side: from below', layers: [{ effect: 'rise', of: cards }] },
  {
    words: 'slow motion reveal of the hero, 6 secs',
    layers: [{ effect: 'fade', of: ['Hero'] }],
    pace: 'slow',
    seconds: 6,
  },
];
