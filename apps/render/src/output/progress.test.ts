import { beforeEach, describe, expect, it } from 'vitest';
import { progressLine } from './progress.ts';

let said = '';
let clock = 0;
beforeEach(() => {
  said = '';
  clock = 0;
});
const now = () => clock;
const terminal = (isTTY: boolean, columns = 80) => ({
  isTTY,
  columns,
  write: (text: string) => (said += text),
});
/** What is seen on a terminal once everything was written over. */
const seen = () => said.split('\r\x1b[2K').at(-1);

describe('on a terminal', () => {
  it('a bar tells the share, frames a second of late, and the time left', () => {
    const line = progressLine({ terminal: terminal(true), label: 'clip.mp4', now });
    for (let done = 1; done <= 150; done++) {
      clock += 20;
      line.update({ done, total: 300 });
    }
    expect(seen()).toMatch(/^clip\.mp4 {2}━+─+ {3}49 % {2}14\d\/300 {2}50 fps {2}3\.\d s left$/);
    line.clear();
    expect(seen()).toBe('');
  });

  it('the rate is that of the last seconds, not of the whole', () => {
    const line = progressLine({ terminal: terminal(true), label: 'clip', now });
    for (let done = 1; done <= 100; done++) {
      clock += done <= 50 ? 400 : 100;
      line.update({ done, total: 1000 });
    }
    expect(seen()).toMatch(/ 10 fps {2}1:30 min left$/);
  });

  it('nothing ever wraps', () => {
    const line = progressLine({ terminal: terminal(true, 30), label: 'a-rather-long-name.sprites.jpg', now });
    clock += 1000;
    line.update({ done: 1, total: 10 });
    expect(seen()?.length).toBeLessThan(30);
  });

  it('another pass begins its own figures', () => {
    const line = progressLine({ terminal: terminal(true), label: 'a.gif', now });
    clock += 100;
    line.update({ done: 10, total: 10, pass: 'choosing colours' });
    clock += 1000;
    line.update({ done: 1, total: 20 });
    clock += 1000;
    line.update({ done: 11, total: 20 });
    expect(seen()).toMatch(/^a\.gif {2}.* 55 % {2}11\/20 {2}10 fps/);
  });
});

describe('in a log', () => {
  it('a line comes every five seconds, and none for what is quicker', () => {
    const line = progressLine({ terminal: terminal(false), label: 'clip.mp4', now });
    for (let done = 1; done <= 120; done++) {
      clock += 100;
      line.update({ done, total: 120 });
    }
    const lines = said.trim().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^clip\.mp4: 42 % {2}51\/120 {2}10 fps {2}6\.9 s left$/);
    expect(lines[2]).toMatch(/^clip\.mp4: 100 % {2}120\/120/);
    said = '';
    const quick = progressLine({ terminal: terminal(false), label: 'clip.mp4', now });
    for (let done = 1; done <= 10; done++) quick.update({ done, total: 10 });
    expect(said).toBe('');
  });
});
