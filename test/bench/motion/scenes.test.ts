import { clipSeconds, MAX_CLIP_SECONDS } from '@animatic/schema';
import { describe, expect, it } from 'vitest';
import { fiveMinutes, makeScene } from './scenes.ts';

describe('the scenes of the motion bench', () => {
  it('are five seconds of one large still, 1080p30', () => {
    const { board, size } = makeScene('pan-zoom', 1080);
    expect(size).toEqual({ width: 1920, height: 1080 });
    expect(board.format.fps).toBe(30);
    expect(clipSeconds(board.shots)).toBe(5);
    expect(board.shots.map(({ still }) => still.width)).toEqual([3840]);
  });

  it('are twelve layers that come in', () => {
    const [shot] = makeScene('layers', 1080, 0.1).board.shots;
    expect(shot?.motion?.layers.flatMap(({ layers }) => layers)).toHaveLength(12);
  });

  it('are two screens of sixty layers each that find one another by path', () => {
    const { board } = makeScene('smart-animate', 1080, 0.1);
    const paths = board.shots
      .slice(0, 2)
      .map(({ layers }) => layers.map(({ path }) => path?.join('/')).slice(1));
    expect(paths[0]).toHaveLength(60);
    expect(new Set(paths[0]).size).toBe(60);
    expect(new Set(paths[1])).toEqual(new Set(paths[0]));
    expect(clipSeconds(board.shots)).toBeCloseTo(5, 6);
  });

  it('are ten shots of a minute, and five minutes that a storyboard may just have', () => {
    const { shots } = makeScene('storyboard', 1080, 0.1).board;
    expect(shots).toHaveLength(10);
    expect(clipSeconds(shots)).toBeCloseTo(60, 6);
    const long = clipSeconds(fiveMinutes(0.1).board.shots);
    expect(long).toBeGreaterThan(294);
    expect(long).toBeLessThanOrEqual(MAX_CLIP_SECONDS);
  });
});
