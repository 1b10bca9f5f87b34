import { groundSchema } from '@animatic/schema';
import { describe, expect, it } from 'vitest';
import { sceneNode } from '../nodes.ts';
import { frame } from '../testing/ask.ts';
import { figmaStub, type StubNode } from '../testing/figma-stub.ts';
import { groundBounds } from './ground-bounds.ts';
import { readGround } from './read-ground.ts';

async function ground(extra: Partial<StubNode>) {
  const { figma } = figmaStub({ nodes: [frame('1:1', 0, extra)] });
  return readGround(await sceneNode(figma, '1:1'));
}
const solid = {
  type: 'SOLID',
  color: { r: 1, g: 0.5, b: 0 },
  opacity: 0.5,
  blendMode: 'NORMAL',
  boundVariables: {},
};
const shadow = {
  type: 'DROP_SHADOW',
  visible: true,
  blendMode: 'NORMAL',
  color: { r: 0, g: 0, b: 0, a: 0.2 },
  offset: { x: 0, y: 4 },
  radius: 10,
  showShadowBehindNode: false,
};

describe('a ground', () => {
  it('is what the schema takes, without what it does not know', async () => {
    const reading = await ground({
      fills: [solid, { ...solid, visible: false }],
      strokes: [{ ...solid, opacity: 1 }],
      effects: [shadow, { type: 'BACKGROUND_BLUR', visible: false }],
      topLeftRadius: 12,
    });
    expect('ground' in reading && groundSchema.parse(reading.ground)).toMatchObject({
      corners: [12, 0, 0, 0],
      fills: [{ type: 'SOLID', opacity: 0.5 }],
      stroke: { align: 'INSIDE', weights: [1, 1, 1, 1] },
      shadows: [{ radius: 10, spread: 0, behind: false }],
    });
  });

  it('names images by Figma’s hash until they are fetched', async () => {
    const reading = await ground({
      fills: [{ type: 'IMAGE', imageHash: 'abc', scaleMode: 'FILL', filters: { exposure: 0 } }],
    });
    expect(reading).toMatchObject({
      ground: { fills: [{ type: 'IMAGE', image: 'abc', scaleMode: 'FILL' }] },
    });
  });

  it.each([
    ['pattern', { fills: [{ type: 'PATTERN' }] }],
    ['blends as multiply', { fills: [{ ...solid, blendMode: 'MULTIPLY' }] }],
    [
      'adjusted',
      { fills: [{ type: 'IMAGE', imageHash: 'abc', scaleMode: 'FILL', filters: { contrast: 0.2 } }] },
    ],
    ['turned', { fills: [{ type: 'IMAGE', imageHash: 'abc', scaleMode: 'TILE', rotation: 90 }] }],
    ['layer blur', { effects: [{ type: 'LAYER_BLUR', visible: true, radius: 2 }] }],
    ['dashed', { strokes: [solid], dashPattern: [4, 4] }],
    ['what lies in it', { effects: [shadow] }],
  ])('says “%s” where it cannot be painted again', async (words, extra) => {
    expect(await ground(extra)).toMatchObject({ reason: expect.stringContaining(words) });
  });

  it('reaches as far as its stroke and its shadow do', async () => {
    const reading = await ground({
      fills: [solid],
      strokes: [solid],
      strokeAlign: 'OUTSIDE',
      effects: [shadow],
    });
    const box = { x: 0, y: 0, width: 100, height: 50 };
    expect('ground' in reading && groundBounds(box, reading.ground)).toEqual({
      x: -16,
      y: -12,
      width: 132,
      height: 82,
    });
  });
});
