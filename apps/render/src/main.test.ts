import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { Readable } from 'node:stream';
import { locateFfmpeg } from '@animatic/motion/node';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStage, type Stage } from './testing/stage.ts';

let stage: Stage;
beforeEach(() => {
  stage = openStage();
  stage.still('home.png');
});
afterEach(() => stage.close());

const SMALL = ['--resolution', '480', '--fps', '12'];
const short = { shots: [{ still: 'home.png', caption: 'slow push in', duration: 0.5 }] };

describe('a storyboard of one line', () => {
  it('becomes a clip, whose path is all that stands on the standard output', async () => {
    stage.write('s.json', short);
    const { code, out, err } = await stage.run(['s.json', '-o', 'clip.mp4', ...SMALL]);
    expect([code, out]).toEqual([0, `${stage.path('clip.mp4')}\n`]);
    expect(err).toMatch(/854 × 480, 6 frames, .*kB, in /);
    expect(readdirSync(stage.folder).sort()).toEqual(['clip.mp4', 'home.png', 's.json']);
  });

  it('goes beside the storyboard where no other place is named, and nothing is said when quiet', async () => {
    stage.write('s.json', { shots: ['home.png'] });
    expect(await stage.run(['s.json', '--frame', '0', '-q', ...SMALL])).toEqual({
      code: 0,
      out: '',
      err: '',
    });
    expect(existsSync(stage.path('s.png'))).toBe(true);
  });

  it('is rendered as several files at once, with thumbnails beside the clips', async () => {
    stage.write('s.json', short);
    const args = ['s.json', '-o', 'a.mp4', '-o', 'a.gif', '-o', 'p.png', '--sprites', ...SMALL];
    expect((await stage.run(args)).code).toBe(0);
    const made = ['a.gif', 'a.mp4', 'a.sprites.jpg', 'a.sprites.json', 'a.sprites.vtt', 'p.png'];
    expect(
      readdirSync(stage.folder)
        .filter((name) => /^[ap]\./.test(name))
        .sort(),
    ).toEqual(made);
  });

  it('comes from the standard input, too', async () => {
    const stdin = Readable.from([Buffer.from(JSON.stringify(short))]);
    expect((await stage.run(['-', '-o', 'in.png', ...SMALL], { stdin })).code).toBe(0);
    expect(existsSync(stage.path('in.png'))).toBe(true);
  });
});

describe('the command line', () => {
  it.each([
    ['16:9', 854, 480],
    ['9:16', 480, 854],
    ['1:1', 480, 480],
    ['4:5', 480, 600],
  ])('--format %s composes anew: %i × %i', async (format, width, height) => {
    stage.write('s.json', short);
    await stage.run(['s.json', '--format', format, '--resolution', '480', '-o', 'p.png']);
    expect(await loadImage(stage.path('p.png'))).toMatchObject({ width, height });
  });

  it('--frame takes the moment that it says', async () => {
    stage.still('other.png', { color: '#c21' });
    stage.write('s.json', {
      shots: [short.shots[0], { still: 'other.png', duration: 0.5, caption: 'hold' }],
    });
    for (const at of ['100ms', '0.1', '0:00.9s'])
      expect((await stage.run(['s.json', '--frame', at, '-o', `${at}.png`, ...SMALL])).code).toBe(0);
    const hash = (name: string) =>
      createHash('sha256')
        .update(readFileSync(stage.path(name)))
        .digest('hex');
    expect(hash('100ms.png')).toBe(hash('0.1.png'));
    expect(hash('0:00.9s.png')).not.toBe(hash('0.1.png'));
  });

  it('--transparent leaves out what lies behind the pictures: PNG and WebM have alpha there', async () => {
    stage.still('phone.png', { width: 390, height: 844 });
    stage.write('s.json', { shots: [{ still: 'phone.png', duration: 0.5, caption: 'hold' }] });
    const { code } = await stage.run(['s.json', '-o', 'p.png', '-o', 'c.webm', '--transparent', ...SMALL]);
    expect(code).toBe(0);
    const context = createCanvas(854, 480).getContext('2d');
    context.drawImage(await loadImage(stage.path('p.png')), 0, 0);
    const alphaAt = (x: number) => context.getImageData(x, 240, 1, 1).data[3];
    expect([alphaAt(5), alphaAt(427)]).toEqual([0, 255]);
    const webm = `file:${stage.path('c.webm')}`;
    const { stderr } = spawnSync(locateFfmpeg(), ['-c:v', 'libvpx-vp9', '-i', webm], { encoding: 'utf8' });
    expect(stderr).toMatch(/vp9.*yuva420p\(tv, bt709(?:, progressive)?\), 854x480/);
  });

  it('--max-bytes keeps a GIF under its ceiling and says what it lowered', async () => {
    stage.still('home.png', { details: 2000 });
    stage.write('s.json', { shots: [{ ...short.shots[0], caption: 'strong push in', duration: 1 }] });
    await stage.run(['s.json', '-o', 'whole.gif', '--resolution', '480', '--fps', '30']);
    const ceiling = Math.round(statSync(stage.path('whole.gif')).size * 0.6);
    const { code, err } = await stage.run([
      ...['s.json', '-o', 'small.gif', '--resolution', '480', '--fps', '30'],
      ...['--max-bytes', `${ceiling}`],
    ]);
    expect(code).toBe(0);
    expect(statSync(stage.path('small.gif')).size).toBeLessThanOrEqual(ceiling);
    expect(err).toMatch(/lowered the rate from 30 to /);
  });

  it.each([
    [[], /no storyboard was named/],
    [['a.json', 'b.json'], /one storyboard at a time: b\.json/],
    [['s.json', '-o', 'x.mov'], /-o x\.mov: its end .*\.mp4.*\.webm/],
    [['s.json', '--fps', '61'], /--fps 61: a whole number from 12 to 60/],
    [['s.json', '--format', '3:2'], /--format: one of frame, 16:9/],
    [['s.json', '--resolution', '4k'], /--resolution: one of 480, 720/],
    [['s.json', '--frame', 'soon'], /--frame soon: .*1\.5s/],
    [['s.json', '--frame', '1s', '-o', 'x.mp4'], /--frame writes a \.png/],
    [['s.json', '--max-bytes', '5MB'], /--max-bytes is for a GIF/],
    [['s.json', '--bogus'], /Unknown option '--bogus'/],
    [['-', '--watch'], /--watch needs a file/],
  ])('%j is refused with the code 2', async (args, words) => {
    const { code, err } = await stage.run(args);
    expect(code).toBe(2);
    expect(err).toMatch(words);
    expect(err).toMatch(/--help/);
  });

  it.each([
    ['home.png', /would be written over what it is made of/],
    ['none/clip.mp4', /there is no folder .*none; make it first/],
    ['folder.mp4', /this is a folder; name a file in it/],
  ])('-o %s is refused before anything is drawn', async (out, words) => {
    stage.write('s.json', short);
    mkdirSync(stage.path('folder.mp4'));
    const before = readFileSync(stage.path('home.png'));
    const { code, err } = await stage.run(['s.json', '-o', out, ...SMALL]);
    expect([code, err]).toEqual([2, expect.stringMatching(words)]);
    expect(readFileSync(stage.path('home.png')).equals(before)).toBe(true);
  });

  it('--help names every output and every code, --schema is JSON', async () => {
    const help = await stage.run(['--help']);
    expect([help.code, help.err]).toEqual([0, '']);
    for (const word of [
      '.mp4',
      '.webm',
      '.gif',
      '.zip',
      '.png',
      '.sprites.jpg',
      '--watch',
      '130 interrupted',
    ])
      expect(help.out).toContain(word);
    const schema = await stage.run(['--schema']);
    expect(JSON.parse(schema.out)).toMatchObject({ title: 'Animatic storyboard', required: ['shots'] });
  });
});

describe('what is wrong', () => {
  it('in the storyboard is named by file, line, column and place, all of it, from the top', async () => {
    stage.write(
      's.json',
      `{
  "shots": [
    { "still": "nope.png" },
    { "still": "home.png", "duration": 99 },
    { "still": "home.png", "transition": "dissolv" },
    { "still": "home.png", "motion": { "camera": [{ "move": "fly" }] } }
  ]
}`,
    );
    const { code, err } = await stage.run(['s.json']);
    expect(code).toBe(1);
    const lines = err.trim().split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(
      /^s\.json:3:16: shots\[0\]\.still: there is no file nope\.png \(looked for .*\)$/,
    );
    expect(lines[1]).toMatch(/^s\.json:4:40: shots\[1\]\.duration: .*60/);
    expect(lines[2]).toMatch(/^s\.json:5:42: shots\[2\]\.transition\.kind: .*"dissolve"/);
    expect(lines[3]).toMatch(/^s\.json:6:61: shots\[3\]\.motion\.camera\[0\]\.move: .*"push-in"/);
  });

  it('with a name is said with the name that was meant', async () => {
    stage.write('s.json', '{ "formt": "1:1",\n  "shots": [{ "still": "home.png", "duratoin": 3 }] }');
    const { code, err } = await stage.run(['s.json']);
    expect(code).toBe(1);
    expect(err).toMatch(/s\.json:1:12: formt: nothing is called "formt" here: did you mean "format"\?/);
    expect(err).toMatch(/s\.json:2:48: shots\[0\]\.duratoin: .*did you mean "duration"\?/);
  });

  it.each([
    ['{ "shots": [ "home.png", ] }', /^s\.json:1:26: not JSON: a value is missing/],
    ['{ "shots" [ "home.png" ] }', /^s\.json:1:11: not JSON: a colon is missing/],
    ['', /^s\.json:1:1: /],
    ['[]', /^s\.json:1:1: /],
    ['{ "shots": [] }', /^s\.json:1:12: shots: a storyboard needs at least one shot/],
    ['['.repeat(100_000), /more than 64 brackets/],
    ['{ "version": 99, "shots": ["home.png"] }', /^s\.json:1:14: version: .*newer Animatic/],
    ['{ "shots": [{ "still": "home.png", "scale": 0 }] }', /^s\.json:1:45: shots\[0\]\.scale: .*above 0/],
  ])('%.40s is told of', async (text, words) => {
    stage.write('s.json', text);
    const { code, err } = await stage.run(['s.json']);
    expect(err).toMatch(words);
    expect(code).toBe(1);
  });

  it('with a still: no picture, a folder, an SVG, one that is missing by its hash', async () => {
    stage.write('a.txt', 'hello');
    stage.write('b.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
    mkdirSync(stage.path('folder.png'));
    stage.write('s.json', { shots: ['a.txt', 'b.svg', 'folder.png', 'f'.repeat(64)] });
    const { code, err } = await stage.run(['s.json']);
    expect(code).toBe(1);
    expect(err).toMatch(/shots\[0\]: a\.txt: .* Allowed: PNG or JPEG/);
    expect(err).toMatch(/shots\[1\]: b\.svg: This is an SVG or HTML file\. Allowed: PNG or JPEG/);
    expect(err).toMatch(/shots\[2\]: there is no file folder\.png/);
    expect(err).toMatch(/shots\[3\]: there is no f+\.png in .*stills/);
  });

  it('with a file that is not there', async () => {
    expect(await stage.run(['none.json'])).toMatchObject({
      code: 1,
      err: `${stage.path('none.json')}: there is no such file\n`,
    });
  });

  it('without an encoder is a failed render, and nothing is left behind', async () => {
    stage.write('s.json', short);
    const { code, err } = await stage.run(['s.json', ...SMALL], { ffmpeg: stage.path('no-ffmpeg') });
    expect(code).toBe(3);
    expect(err).toMatch(/no-ffmpeg is not an ffmpeg/);
    expect(readdirSync(stage.folder).sort()).toEqual(['home.png', 's.json']);
  });

  it('when it is interrupted ends with 130, and nothing is left behind', async () => {
    stage.write('s.json', { shots: [{ still: 'home.png', duration: 60 }] });
    const stop = new AbortController();
    const stderr = {
      isTTY: true,
      columns: 80,
      write: (text: string) => void (/fps/.test(text) && stop.abort()),
    };
    const { code } = await stage.run(['s.json', '-o', 'c.mp4', ...SMALL], { signal: stop.signal, stderr });
    expect(code).toBe(130);
    expect(readdirSync(stage.folder).sort()).toEqual(['home.png', 's.json']);
  });
});

describe('stills', () => {
  it('named by hash are found beside the storyboard, or where --stills says', async () => {
    const hash = createHash('sha256')
      .update(readFileSync(stage.path('home.png')))
      .digest('hex');
    stage.write('s.json', { shots: [{ ...short.shots[0], still: hash }] });
    expect((await stage.run(['s.json', '-o', 'a.png', ...SMALL])).code).toBe(1);
    mkdirSync(stage.path('stills'));
    copyFileSync(stage.path('home.png'), stage.path(`stills/${hash}.png`));
    expect((await stage.run(['s.json', '-o', 'a.png', ...SMALL])).code).toBe(0);
    renameSync(stage.path('stills'), stage.path('elsewhere'));
    expect((await stage.run(['s.json', '-o', 'a.png', ...SMALL, '--stills', 'elsewhere'])).code).toBe(0);
  });

  it('that are not what their hash says are refused', async () => {
    const hash = 'a'.repeat(64);
    mkdirSync(stage.path('stills'));
    copyFileSync(stage.path('home.png'), stage.path(`stills/${hash}.png`));
    const tile = { still: hash, x: 0, y: 0, width: 640, height: 360 };
    stage.write('s.json', {
      shots: [{ size: { width: 320, height: 180 }, still: { width: 640, height: 360, tiles: [tile] } }],
    });
    const { code, err } = await stage.run(['s.json', '-o', 'a.png', ...SMALL]);
    expect([code, err]).toEqual([1, expect.stringMatching(/another SHA-256/)]);
  });

  it('larger than a still may be are cut into tiles', async () => {
    stage.still('tall.png', { width: 400, height: 9000, details: 200 });
    stage.write('s.json', { shots: [{ still: 'tall.png', caption: 'tilt down', duration: 1 }] });
    const { code, err } = await stage.run(['s.json', '-o', 'tall.mp4', ...SMALL]);
    expect(err).toMatch(/12 frames/);
    expect(code).toBe(0);
  });

  it('that say they are larger than any page are not even decoded', async () => {
    const png = readFileSync(stage.path('home.png'));
    png.writeUInt32BE(60_000, 16);
    png.writeUInt32BE(60_000, 20);
    writeFileSync(stage.path('bomb.png'), png);
    stage.write('s.json', { shots: ['bomb.png'] });
    const { code, err } = await stage.run(['s.json', '-o', 'a.png', ...SMALL]);
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(/60000 × 60000 pixels\. Allowed: at most 70 million/),
    ]);
  });

  it('tone the ground of a clip of another shape by the colour of their edge', async () => {
    const groundOf = async (color: string) => {
      stage.still('phone.png', { width: 390, height: 844, paper: color });
      stage.write('s.json', { shots: ['phone.png'] });
      await stage.run(['s.json', '-o', 'p.png', ...SMALL]);
      const canvas = createCanvas(854, 480);
      const context = canvas.getContext('2d');
      context.drawImage(await loadImage(stage.path('p.png')), 0, 0);
      return [...context.getImageData(10, 10, 1, 1).data];
    };
    const [red = 0, , blue = 0] = await groundOf('#f7e3d0');
    expect(red - blue).toBeGreaterThan(10);
    const [dark = 0] = await groundOf('#101014');
    expect(dark).toBeLessThan(80);
  });

  it('may be JPEGs', async () => {
    stage.still('photo.jpg');
    stage.write('s.json', { shots: ['photo.jpg'] });
    expect((await stage.run(['s.json', '-o', 'a.png', ...SMALL])).code).toBe(0);
  });
});

describe('--watch', () => {
  it('renders again when the storyboard or a still changes, and waits where it is broken', async () => {
    stage.write('s.json', short);
    const stop = new AbortController();
    let said = '';
    const heard: (() => void)[] = [];
    const stderr = {
      isTTY: false,
      columns: 80,
      write(text: string) {
        said += text;
        for (const listener of heard) listener();
      },
    };
    /** When these words have been said once more. */
    const until = (words: string) => {
      const before = said.split(words).length;
      return new Promise<void>((resolve) => heard.push(() => said.split(words).length > before && resolve()));
    };
    const first = until('Waiting for changes');
    const running = stage.run(['s.json', '-o', 'w.png', '--watch', ...SMALL], {
      signal: stop.signal,
      stderr,
    });
    await first;
    const one = readFileSync(stage.path('w.png'));
    const second = until('Waiting for changes');
    stage.still('home.png', { color: '#c21' });
    await second;
    expect(said).toContain('home.png changed.');
    expect(readFileSync(stage.path('w.png')).equals(one)).toBe(false);
    const broken = until('Waiting for changes');
    stage.write('s.json', '{ "shots": [');
    await broken;
    expect(said).toMatch(/s\.json:1:13: not JSON/);
    const mended = until('Waiting for changes');
    stage.write('s.json', short);
    await mended;
    stop.abort(new Error('interrupted'));
    expect((await running).code).toBe(130);
  });
});
