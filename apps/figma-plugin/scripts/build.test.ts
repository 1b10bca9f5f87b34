import { expect, test } from 'vitest';
import { apiOriginFrom } from './config.ts';
import { inlineHtml } from './inline.ts';
import { makeManifest } from './manifest.ts';

test('the API origin is API_ORIGIN, else PUBLIC_URL, else this machine at PORT', () => {
  expect(apiOriginFrom({})).toBe('http://localhost:8787');
  expect(apiOriginFrom({ PORT: '9000' })).toBe('http://localhost:9000');
  expect(apiOriginFrom({ PUBLIC_URL: 'https://a.example/', PORT: '9000' })).toBe('https://a.example');
  expect(apiOriginFrom({ API_ORIGIN: 'https://b.example/v1', PUBLIC_URL: 'https://a.example' })).toBe(
    'https://b.example',
  );
  expect(() => apiOriginFrom({ API_ORIGIN: 'animatic' })).toThrow(/API_ORIGIN gives "animatic"/);
  expect(() => apiOriginFrom({ PUBLIC_URL: 'ftp://a.example' })).toThrow(/http and https/);
});

test('an https API is the one allowed domain; localhost is allowed in development only', () => {
  expect(makeManifest('https://a.example').networkAccess).toMatchObject({
    allowedDomains: ['https://a.example'],
  });
  expect(makeManifest('https://a.example').networkAccess.devAllowedDomains).toBeUndefined();
  expect(makeManifest('http://localhost:8787').networkAccess).toMatchObject({
    allowedDomains: ['none'],
    devAllowedDomains: ['http://localhost:8787'],
  });
});

test('what would end the inlined script or style early does not', () => {
  const html = inlineHtml({
    script: 'const a = "</script><!--"; const b = "</SCRIPT>";',
    style: 'a::after { content: "</style>" }',
  });
  expect(html.match(/<\/script>/gi)).toHaveLength(1);
  expect(html.match(/<\/style>/gi)).toHaveLength(1);
  expect(html).not.toContain('<!--');
  const script = /<script>(.*)<\/script>/s.exec(html)?.[1] ?? '';
  expect(new Function(`${script}; return a + b;`)()).toBe('</script><!--</SCRIPT>');
});
