import type { Draft, Link } from '../draft.ts';
import type { FileDraft } from '../file.ts';
import { frame } from '../nodes.ts';
import { hourChart, ringCard, routeCard, stationTable, weekChart } from './charts.ts';
import { type Figure, figureCard, header, sidebar } from './frame-parts.ts';
import { C } from './theme.ts';

const DAY: readonly Figure[] = [
  {
    label: 'Rides today',
    value: '18,420',
    change: '9.6%',
    good: true,
    rising: true,
    trend: [12, 14, 13, 15, 16, 15, 18.4],
  },
  {
    label: 'Bikes on the street',
    value: '1,286',
    change: '2.1%',
    good: true,
    rising: true,
    trend: [12.1, 12.2, 12.1, 12.4, 12.5, 12.7, 12.9],
  },
  {
    label: 'Wait for a bike',
    value: '1.8 min',
    change: '12%',
    good: true,
    rising: false,
    trend: [2.6, 2.5, 2.6, 2.3, 2.1, 2.0, 1.8],
  },
  {
    label: 'In the workshop',
    value: '74',
    change: '6.2%',
    good: false,
    rising: true,
    trend: [58, 60, 57, 63, 66, 70, 74],
  },
];

const PEAK: readonly Figure[] = [
  {
    label: 'Rides, 08 to 09',
    value: '2,480',
    change: '14%',
    good: true,
    rising: true,
    trend: [18, 19, 21, 20, 22, 23, 24.8],
  },
  {
    label: 'Bikes on the street',
    value: '1,240',
    change: '3.6%',
    good: false,
    rising: false,
    trend: [12.9, 12.8, 12.8, 12.7, 12.6, 12.5, 12.4],
  },
  {
    label: 'Wait for a bike',
    value: '4.2 min',
    change: '22%',
    good: false,
    rising: true,
    trend: [2.9, 3.1, 3.0, 3.4, 3.6, 3.9, 4.2],
  },
  {
    label: 'Stations empty',
    value: '7',
    change: '40%',
    good: false,
    rising: true,
    trend: [3, 4, 3, 5, 5, 6, 7],
  },
];

const link = (to: string): Link => ({
  to,
  transition: {
    type: 'SMART_ANIMATE',
    easing: { type: 'CUSTOM_CUBIC_BEZIER', easingFunctionCubicBezier: { x1: 0.65, y1: 0, x2: 0.35, y2: 1 } },
    duration: 500,
  },
});

function overview(): Draft {
  return frame(
    'Overview',
    0,
    0,
    1440,
    900,
    { fill: C.ground, clips: true, key: 'overview', notes: ['Bars grow from the baseline, left to right'] },
    [
      ...header(
        'Good evening, Ines',
        'The city was on its bikes: the busiest Thursday since last September.',
      ),
      ...DAY.map(figureCard),
      hourChart({ height: 320, detail: false, link: link('peak') }),
      ringCard('Today', '18.4k', [
        { name: 'Members', percent: 62, colour: C.green },
        { name: 'Day passes', percent: 24, colour: C.amber },
        { name: 'Guests', percent: 14, colour: C.mint },
      ]),
      weekChart(),
      stationTable(),
      sidebar(0),
    ],
  );
}

function peak(): Draft {
  return frame(
    'Morning peak',
    1520,
    0,
    1440,
    900,
    { fill: C.ground, clips: true, key: 'peak', notes: ['Zoom in on the tallest bar'] },
    [
      ...header(
        'Good evening, Ines',
        'The city was on its bikes: the busiest Thursday since last September.',
      ),
      ...PEAK.map(figureCard),
      hourChart({ height: 612, detail: true, link: link('overview') }),
      ringCard('08:00 to 09:00', '2.5k', [
        { name: 'Members', percent: 81, colour: C.green },
        { name: 'Day passes', percent: 7, colour: C.amber },
        { name: 'Guests', percent: 12, colour: C.mint },
      ]),
      routeCard(),
      sidebar(0),
    ],
  );
}

/** Tern: a day of shared bicycles, and its busiest hour. */
export function dashboard(): FileDraft {
  return {
    name: 'Tern operations',
    lastModified: '2026-06-11T21:05:00Z',
    pages: [
      {
        name: 'Dashboard',
        background: '#E3E7E4',
        flows: [{ from: 'overview', name: 'From the day to the hour' }],
        children: [overview(), peak()],
      },
    ],
  };
}
