import { describe, expect, it } from 'vitest';
import { injectFigmaTheme } from './plugin-theme.ts';

const colors = ':root.figma-dark { --figma-color-bg: #2c2c2c; }';

describe('the theme of a plugin window', () => {
  it('puts the class on html and the variables at the head of head', () => {
    const html = injectFigmaTheme(
      '<!doctype html><html lang="en"><head><title>x</title></head></html>',
      'dark',
      colors,
    );
    expect(html).toMatch(/^<!doctype html><html lang="en" class="figma-dark"><head><style>:root/);
    expect(html).toContain('<title>x</title></head></html>');
  });

  it('keeps a class that is there', () => {
    expect(injectFigmaTheme('<html class="mine"><body>', 'light', colors)).toContain(
      '<html class="mine figma-light"><head>',
    );
  });

  it('serves a fragment too', () => {
    expect(injectFigmaTheme('<p>hi</p>', 'light', colors)).toMatch(
      /^<html class="figma-light"><head>.*<p>hi<\/p>$/,
    );
  });

  it('does not let the variables close their own element', () => {
    expect(injectFigmaTheme('<html>', 'light', 'a{}</style><script>bad()')).not.toContain(
      '</style><script>bad',
    );
  });
});
