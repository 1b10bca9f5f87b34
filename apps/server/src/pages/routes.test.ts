import { problemSchema } from '@animatic/schema';
import { expect, test } from 'vitest';
import { createApi } from '../http/core/api.ts';
import { answerProblem } from '../http/core/errors.ts';
import type { PreviewView } from './preview-page.ts';
import { type FoundPreview, previewPages } from './routes.ts';

const view: PreviewView = {
  slug: 'abc',
  title: 'Checkout <script>alert(1)</script> “two”',
  version: 2,
  publishedAt: new Date('2026-11-22T10:00:00Z'),
  versions: [2, 1],
  width: 1920,
  height: 1080,
  seconds: 9.5,
  chapters: [
    { start: 0, end: 4, text: 'Home & <b>Garden</b>' },
    { start: 4, end: 9.5, text: 'Paid' },
  ],
  lines: [{ start: 4, end: 9.5, text: 'That was it' }],
};

function pagesWith(found: FoundPreview) {
  return previewPages({ publicUrl: 'https://clips.example', findPreview: async () => found });
}

async function open(path: string, found: FoundPreview | null = { state: 'open', view }) {
  const response = await pagesWith(found ?? undefined).request(path);
  return { status: response.status, body: await response.text(), headers: response.headers };
}

test('shows the poster, the clip, both tracks and the chapters', async () => {
  const { status, body } = await open('/p/abc');
  expect(status).toBe(200);
  expect(body).toContain('poster="/p/abc/v/2/poster.png"');
  expect(body).toContain('src="/p/abc/v/2/clip.mp4"');
  expect(body).toContain('src="/p/abc/v/2/lines.vtt"');
  expect(body).toContain('src="/p/abc/v/2/chapters.vtt"');
  expect(body).toContain('href="/p/abc?t=4"');
});

test('names the map of thumbnails where there is one', async () => {
  expect((await open('/p/abc')).body).not.toContain('data-thumbnails');
  const { body } = await open('/p/abc', { state: 'open', view: { ...view, thumbnails: true } });
  expect(body).toContain('data-thumbnails="/p/abc/v/2/sprites.vtt"');
});

test('never lets a title or a chapter become mark-up', async () => {
  const { body } = await open('/p/abc');
  expect(body).not.toContain('<script>alert');
  expect(body).not.toContain('<b>Garden');
  expect(body).toContain('Home &amp; &lt;b&gt;Garden');
});

test('carries no inline script and no inline style, so that the policy can forbid both', async () => {
  const { body } = await open('/p/abc');
  expect(body).not.toMatch(/<script(?![^>]*\ssrc=)/);
  expect(body).not.toMatch(/\sstyle=|<style|\son[a-z]+=/);
});

test('gives other sites an absolute poster and asks not to be indexed', async () => {
  const { body } = await open('/p/abc');
  expect(body).toContain('property="og:image" content="https://clips.example/p/abc/v/2/poster.png"');
  expect(body).toContain('name="twitter:card" content="summary_large_image"');
  expect(body).toContain('content="noindex, nofollow"');
});

test('starts where ?t= says, and at the beginning when it says nonsense', async () => {
  expect((await open('/p/abc?t=4.2')).body).toContain('data-start="4.2"');
  expect((await open('/p/abc?t=9999')).body).toContain('data-start="9.4"');
  expect((await open('/p/abc?t=%22onload')).body).toContain('data-start="0"');
});

test('leaves out the lines track where no line was written', async () => {
  const { body } = await open('/p/abc', { state: 'open', view: { ...view, lines: [] } });
  expect(body).not.toContain('lines.vtt');
});

test('says on an older version that there is a newer one', async () => {
  const { body } = await open('/p/abc?v=1', { state: 'open', view: { ...view, version: 1 } });
  expect(body).toContain('See the newest, version 2');
  expect(body).toContain('href="/p/abc?v=1&amp;t=4"');
});

test('is kind about a link that is unknown and one that has ended', async () => {
  expect(await open('/p/nope', null)).toMatchObject({
    status: 404,
    body: expect.stringContaining('nothing at this link'),
  });
  expect(await open('/p/over', { state: 'ended' })).toMatchObject({
    status: 410,
    body: expect.stringContaining('has ended'),
  });
});

test('serves lines and chapters as WebVTT', async () => {
  const { body, headers } = await open('/p/abc/v/2/lines.vtt');
  expect(headers.get('Content-Type')).toBe('text/vtt; charset=utf-8');
  expect(body).toContain('00:00:04.000 --> 00:00:09.500\nThat was it');
});

test('a track that is unknown or whose link has ended is a problem like any other', async () => {
  for (const [path, found, status, code] of [
    ['/p/abc/v/x/lines.vtt', { state: 'open', view }, 404, 'not_found'],
    ['/p/abc/v/9/chapters.vtt', undefined, 404, 'not_found'],
    ['/p/abc/v/2/lines.vtt', { state: 'ended' }, 410, 'link_ended'],
  ] as const) {
    const pages = createApi();
    pages.onError(answerProblem);
    const answer = await pages.route('/', pagesWith(found)).request(path);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
    expect(problemSchema.parse(await answer.json()).code).toBe(code);
  }
});
