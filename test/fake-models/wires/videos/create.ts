import type { FakeContext } from '../../http/context.ts';
import { accept } from '../../http/guard.ts';
import type { JobAsk } from '../../jobs/job.ts';
import type { World } from '../../world.ts';
import { type Body, flag, neededText, readBody, text } from '../openai/body.ts';
import { refuse } from '../openai/refuse.ts';
import type { Wire } from '../wire.ts';
import { mustFit, readPicture } from './input-reference.ts';
import { type ModelRules, rulesOf } from './models.ts';
import { readClip, readSeconds, readSize } from './settings.ts';
import { videoOf } from './video.ts';

export const videosWire: Wire = { name: 'videos', refuse };

/** Takes a video job and answers it as the Videos API does. */
export const acceptVideo = (context: FakeContext, world: World, ask: JobAsk): Promise<Response> =>
  accept(context, world, videosWire, ask, {
    name: (unique) => `video_${unique}`,
    answer: (job) => Response.json(videoOf(job, world)),
  });

/** `POST /videos`. */
export async function create(context: FakeContext, world: World): Promise<Response> {
  const { body, isForm } = await readBody(context);
  const prompt = neededText(body, 'prompt', 32_000);
  const model = text(body, 'model') ?? 'sora-2';
  const rules = rulesOf(model);
  const size = readSize(body, rules);
  const seconds = readSeconds(body, rules, isForm);
  const first = await readPicture(body, 'input_reference', world.pictures);
  if (first) mustFit(first, size, 'input_reference');
  // Of open models: SGLang and LiteLLM pass on what their models take besides.
  const last = await readPicture(body, 'last_frame', world.pictures);
  if (last) mustFit(last, size, 'last_frame');
  const look = { words: prompt, first: first?.name ?? null, last: last?.name ?? null, tints: [] };
  return acceptVideo(context, world, {
    wire: 'videos',
    model,
    prompt,
    size,
    seconds,
    sound: soundOf(body, rules),
    look,
    count: 1,
    clip: rules.seconds ? undefined : readClip(body),
  });
}

function soundOf(body: Body, rules: ModelRules): boolean {
  return flag(body, 'generate_audio') ?? flag(body, 'audio') ?? flag(body, 'sound') ?? rules.sound;
}
