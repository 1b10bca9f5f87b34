import type OpenAI from 'openai';
import type { ImageEditParamsBase, ImageGenerateParamsBase, ImagesResponse } from 'openai/resources/images';
import { sizeName } from '../ask/size.ts';
import { wireModel } from '../catalogue/wire-model.ts';
import { faultOfReading, stopped } from '../model/faults.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Ask, ModelContext, ModelEngine } from '../model/model-engine.ts';
import { refuseStart } from '../model/refuse-start.ts';
import { addressFor, clientFor } from '../openai/client.ts';
import { asking, faultOf } from '../openai/fault.ts';
import { fileOf } from '../videos/body.ts';
import { hand, pictureOf } from './picture.ts';
import { readEvents } from './stream.ts';

/**
 * OpenAI's images, by its own client: from words, from pictures, under a mask, on a clear ground. The picture comes with
 * the answer, and pictures on the way before it: there is nothing to look after, and no list to find it again in.
 */
export function createImagesEngine(timeout = 300_000): ModelEngine {
  return {
    name: 'images',
    kind: 'model',

    async submit(ask, ledger, context) {
      refuseStart(ask);
      const order = await prepare(ask, context, timeout);
      await ledger.intent({ call: callOf(ask), prompt: ask.prompt, ...settingsOf(ask) });
      if (context.signal.aborted) throw stopped(context.signal.reason);
      await order(ledger);
    },
  };
}

export const imagesEngine: ModelEngine = createImagesEngine();

const callOf = ({ start }: Ask): 'edit' | 'generate' =>
  start.kind === 'inputs' && start.inputs.length > 0 ? 'edit' : 'generate';

/** What is said besides the words and the files. */
function settingsOf({ model, start, size, transparent }: Ask): Record<string, unknown> {
  return {
    model: wireModel(model, start),
    size: sizeName(size),
    n: 1,
    output_format: 'png',
    ...(transparent && { background: 'transparent' }),
    ...(model.takes.partials > 0 && { stream: true, partial_images: model.takes.partials }),
    ...model.options,
  };
}

/** Makes the call ready, its files read: what is given back asks, once, and hands on what comes. */
async function prepare(
  ask: Ask,
  context: ModelContext,
  timeout: number,
): Promise<(ledger: Ledger) => Promise<void>> {
  const { images } = clientFor(ask.model, context, timeout);
  const call = await callWith(images, ask, context.signal);
  const asked = { model: ask.model, doing: 'create', key: context.key } as const;
  return async (ledger) => {
    const answer = await asking(asked, call);
    if (isStream(answer)) {
      const made = await readEvents(answer, ledger, (error) => faultOf(error, asked)).catch(
        (error: unknown) => {
          throw faultOf(error, asked);
        },
      );
      if (!made) throw faultOfReading(asked);
      return hand(made, ask.model, ledger);
    }
    const address = addressFor(ask.model, context);
    return hand(await pictureOf(answer, { ...asked, address, signal: context.signal }), ask.model, ledger);
  };
}

type Answer = AsyncIterable<unknown> | ImagesResponse;
const isStream = (answer: Answer): answer is AsyncIterable<unknown> => Symbol.asyncIterator in answer;

async function callWith(
  images: OpenAI.Images,
  ask: Ask,
  signal: AbortSignal,
): Promise<() => Promise<Answer>> {
  const settings = settingsOf(ask);
  const { start, prompt } = ask;
  if (start.kind !== 'inputs' || start.inputs.length === 0) {
    const body: ImageGenerateParamsBase = Object.assign({ prompt }, settings);
    return () => images.generate(body, { signal });
  }
  const body: ImageEditParamsBase = Object.assign(
    {
      prompt,
      image: await Promise.all(start.inputs.map((input, index) => fileOf(input, `picture-${index + 1}`))),
    },
    start.mask && { mask: await fileOf(start.mask, 'mask') },
    settings,
  );
  return () => images.edit(body, { signal });
}
