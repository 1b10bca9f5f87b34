import { describe, expect, it } from 'vitest';
import { fontFiles } from './font-files.ts';
import { nearestFile, subsetsOf } from './fonts.ts';

const file = (family: string, weight: number, italic = false) =>
  nearestFile({ family, weight, italic }, 'latin')?.file;

describe('the nearest shipped font', () => {
  it('is the one asked for where there is one', () => {
    expect(file('IBM Plex Sans', 600)).toBe('ibm-plex-sans-latin-600-normal.woff2');
    expect(file('inter', 400, true)).toBe('inter-latin-400-italic.woff2');
  });

  it('is the closest weight where a family has fewer', () => {
    expect(file('Space Grotesk', 900)).toBe('space-grotesk-latin-700-normal.woff2');
    expect(file('Oswald', 100)).toBe('oswald-latin-200-normal.woff2');
  });

  it('is upright where a family has no italic: it is slanted as it is drawn', () => {
    expect(file('Oswald', 500, true)).toBe('oswald-latin-500-normal.woff2');
  });

  it('is Inter for a family that is not shipped', () => {
    expect(file('Helvetica Neue', 700)).toBe('inter-latin-700-normal.woff2');
  });
});

it('asks for more subsets only where a text has their letters', () => {
  expect(subsetsOf('Prices from €12, naïve')).toEqual(['latin']);
  expect(subsetsOf('Łódź')).toEqual(['latin', 'latin-ext']);
  expect(subsetsOf('Привет, κόσμε')).toEqual(['latin', 'greek', 'cyrillic']);
});

it('lists each file once, under the package it comes from', () => {
  expect(new Set(fontFiles.map((f) => f.file)).size).toBe(fontFiles.length);
  expect(fontFiles).toContainEqual({
    family: 'Inter',
    weight: 500,
    style: 'normal',
    subset: 'latin',
    file: 'inter-latin-500-normal.woff2',
    package: '@fontsource/inter',
  });
});
