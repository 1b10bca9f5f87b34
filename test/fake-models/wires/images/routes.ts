import type { Hono } from 'hono';
import { type Env, type FakeContext, router } from '../../http/context.ts';
import { accept } from '../../http/guard.ts';
import type { Picture } from '../../media/pictures.ts';
import type { World } from '../../world.ts';
import { readBody } from '../openai/body.ts';
import { orRefuse, refuse } from '../openai/refuse.ts';
import type { Wire } from '../wire.ts';
import { answerImages } from './answer.ts';
import { readInputs } from './inputs.ts';
import { type ImageSettings, readSettings } from './settings.ts';

const wire: Wire = { name: 'images', refuse };

/** OpenAI's Images API; mounted at `/openai/v1/images`. Nothing of it can be listed. */
export function images(world: World): Hono<Env> {
  return router()
    .post('/generations', (context) =>
      orRefuse(async () => {
        const { body } = await readBody(context);
        return make(context, world, readSettings(body), 'image_generation', { inputs: [], mask: undefined });
      }),
    )
    .post('/edits', (context) =>
      orRefuse(async () => {
        const { body } = await readBody(context);
        const settings = readSettings(body);
        return make(context, world, settings, 'image_edit', await readInputs(body, world.pictures));
      }),
    );
}

function make(
  context: FakeContext,
  world: World,
  settings: ImageSettings,
  kind: 'image_generation' | 'image_edit',
  { inputs, mask }: { inputs: readonly Picture[]; mask: Picture | undefined },
): Promise<Response> {
  const { prompt, model, size, n, format, background } = settings;
  const ask = {
    size,
    model,
    prompt,
    inputs: inputs.map(({ name }) => name),
    mask: mask?.name ?? null,
    transparent: background === 'transparent',
    format,
  };
  const look = { words: prompt, first: ask.inputs[0] ?? null, last: null, tints: [] };
  const pace = { queued: 0, work: world.settings.imageSeconds };
  const job = {
    wire: 'images' as const,
    model,
    prompt,
    size,
    seconds: 0,
    sound: false,
    look,
    count: n,
    pace,
  };
  return accept(context, world, wire, job, {
    name: (unique) => `img_${unique}`,
    isStream: settings.stream,
    answer: (accepted) => answerImages(context, world, accepted, settings, { ask, kind }),
  });
}
