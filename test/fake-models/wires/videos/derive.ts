import type { FakeContext } from '../../http/context.ts';
import type { Job } from '../../jobs/job.ts';
import { standingOf } from '../../jobs/progress.ts';
import type { World } from '../../world.ts';
import { asRecord, type Body, kindOf, neededText, readBody, text } from '../openai/body.ts';
import { invalidType, invalidValue, Refused } from '../openai/refuse.ts';
import { acceptVideo } from './create.ts';
import { extensionSeconds, rulesOf } from './models.ts';

/** A finished video to make another from. @throws Refused */
export function finished(world: World, id: string): Job {
  const job = world.jobs.find('videos', id);
  if (!job)
    throw new Refused({
      status: 404,
      message: `Video with id '${id}' not found.`,
      code: 'not_found',
      param: 'video',
    });
  if (standingOf(job, world.clock.now()).state !== 'completed')
    throw new Refused({
      status: 400,
      message: 'The source video must be completed.',
      code: 'video_not_completed',
    });
  return job;
}

/** The `video` of an edit or an extension: an id; a file of one's own is not made from here. */
function sourceOf(body: Body, world: World): Job {
  const { id } = asRecord(body.video);
  if (typeof id === 'string') return finished(world, id);
  if (body.video instanceof Blob)
    throw invalidValue('video', "Only videos made here can be a source: send 'video[id]'.");
  throw invalidType('video', 'a file or an object with an id', kindOf(body.video));
}

/** What is made from another keeps its size and what it shows, in the colours of the new words. */
const from = (source: Job, kind: 'remix' | 'edit', prompt: string) => ({
  ...pickAsk(source),
  prompt,
  look: { ...source.look, tints: [...source.look.tints, prompt] },
  from: { kind, id: source.id },
});

const pickAsk = ({ wire, model, size, seconds, sound, clip }: Job) => ({
  wire,
  model,
  size,
  seconds,
  sound,
  clip,
  count: 1,
});

/** `POST /videos/{id}/remix`. */
export async function remix(context: FakeContext, world: World, id: string): Promise<Response> {
  const { body } = await readBody(context);
  const prompt = neededText(body, 'prompt', 32_000);
  return acceptVideo(context, world, from(finished(world, id), 'remix', prompt));
}

/** `POST /videos/edits`. */
export async function edit(context: FakeContext, world: World): Promise<Response> {
  const { body } = await readBody(context);
  const prompt = neededText(body, 'prompt', 32_000);
  return acceptVideo(context, world, from(sourceOf(body, world), 'edit', prompt));
}

/** `POST /videos/extensions`: what comes back is the whole, the source and what goes on from it. */
export async function extend(context: FakeContext, world: World): Promise<Response> {
  const { body } = await readBody(context);
  const prompt = neededText(body, 'prompt', 32_000);
  const asked = text(body, 'seconds');
  const source = sourceOf(body, world);
  const isStrict = rulesOf(source.model).seconds !== undefined;
  if (asked === undefined || !(Number(asked) > 0) || (isStrict && !extensionSeconds.includes(asked)))
    throw invalidValue(
      'seconds',
      `Invalid value: '${asked}'. Supported values are: ${extensionSeconds.map((one) => `'${one}'`).join(', ')}.`,
    );
  const seconds = source.seconds + Number(asked);
  if (seconds > 120) throw invalidValue('seconds', 'A video can be extended to 120 seconds at most.');
  const extension = { kind: 'extend' as const, id: source.id };
  return acceptVideo(context, world, {
    ...pickAsk(source),
    prompt,
    seconds,
    clip: { fps: source.clip?.fps },
    look: source.look,
    from: extension,
  });
}
