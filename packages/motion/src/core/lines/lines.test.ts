import { describe, expect, it } from 'vitest';
import { choreograph } from '../choreograph.ts';
import { sample } from '../sample.ts';
import { makeLayer, makeShot } from '../testing.ts';
import { safeZone } from './safe-zone.ts';

const size = { width: 1920, height: 1080 };
const said = (line: string, more: Parameters<typeof makeShot>[0] = {}) => {
  const shot = makeShot(more);
  return { ...shot, caption: { ...shot.caption, line } };
};
const lineAt = (shots: ReturnType<typeof said>[], seconds: number, burnIn = true) =>
  sample(choreograph({ shots, lines: { burnIn } }, size), seconds).items.find((item) => item.kind === 'line');

describe('viewers’ lines in the picture', () => {
  it('stand there only where they are asked for', () => {
    expect(lineAt([said('Paid')], 1, false)).toBeUndefined();
    expect(lineAt([said('Paid')], 1)).toMatchObject({ text: 'Paid', opacity: 1 });
    expect(lineAt([said('')], 1)).toBeUndefined();
  });

  it('come and go softly within their shot', () => {
    const shots = [said('One', { id: 'a' }), said('Two', { id: 'b' })];
    expect(lineAt(shots, 0.15)).toMatchObject({ text: 'One', opacity: expect.closeTo(0.5, 1) });
    expect(lineAt(shots, 2.95)).toMatchObject({ text: 'One', opacity: expect.closeTo(0.15, 0) });
    expect(lineAt(shots, 4)).toMatchObject({ text: 'Two', opacity: 1 });
  });

  it('stand on the ground below a screen, which makes room for them in every shot', () => {
    const shots = [
      said('One', { id: 'a', width: 390, height: 844 }),
      said('', { id: 'b', width: 390, height: 844 }),
    ];
    const timeline = choreograph({ shots, lines: { burnIn: true } }, size);
    const [first, second] = timeline.shots;
    expect(first!.scene.picture).toEqual(second!.scene.picture);
    expect(first!.scene.picture.y + first!.scene.picture.height).toBeLessThan(1080 * 0.82);
    expect(lineAt(shots, 1)).not.toHaveProperty('plate');
  });

  it('stand on a plate where the camera brings a screen over their place', () => {
    const camera = [
      { move: 'push-in' as const, amount: 1.8, focus: { x: 100, y: 200, width: 100, height: 100 } },
    ];
    const near = said('One', { width: 390, height: 844, scale: 4, motion: { camera } });
    expect(lineAt([near], 1)).toHaveProperty('plate');
  });

  it('stand on a plate over a picture that fills the view, where they hide fewer texts', () => {
    const text = (id: string, y: number) => ({
      ...makeLayer(id, [40, y, 400, 30]),
      kind: 'text' as const,
      text: 'Pay now',
    });
    expect(lineAt([said('Paid', { layers: [text('low', 490)] })], 1)).toMatchObject({ place: 'top' });
    expect(lineAt([said('Paid', { layers: [text('high', 20)] })], 1)).toMatchObject({ place: 'bottom' });
    expect(lineAt([said('Paid')], 1)).toHaveProperty('plate');
  });

  it('keep clear of what feeds lay over a tall clip', () => {
    const zone = safeZone({ width: 1080, height: 1920 });
    expect(zone.y + zone.height).toBeLessThan(1920 * 0.85);
    expect(zone.width).toBeGreaterThan(1080 * 0.85);
  });
});
