import { streamSSE } from 'hono/streaming';
import { hang } from '../../http/break-off.ts';
import type { FakeContext } from '../../http/context.ts';
import type { Job, Size } from '../../jobs/job.ts';
import type { ImageAsk } from '../../media/images.ts';
import type { World } from '../../world.ts';
import { refuse } from '../openai/refuse.ts';
import type { ImageSettings } from './settings.ts';

const blocked = {
  message: 'Your request was rejected by the safety system. If you believe this is an error, contact us.',
  code: 'moderation_blocked',
};

/** Makes what was accepted, and answers it whole or as a stream. */
export async function answerImages(
  context: FakeContext,
  world: World,
  job: Job,
  settings: ImageSettings,
  { ask, kind }: { ask: ImageAsk; kind: 'image_generation' | 'image_edit' },
): Promise<Response> {
  const made: ImageAsk = job.fate.wrongSize ? { ...ask, size: half(ask.size) } : ask;
  const file = async (index: number, step: number | null) => {
    const bytes = await world.images.file(made, index, step);
    return (job.fate.truncated ? bytes.subarray(0, bytes.length * 0.6) : bytes).toString('base64');
  };
  const about = {
    background: settings.background === 'auto' ? 'opaque' : settings.background,
    output_format: settings.format,
    quality: settings.quality === 'auto' ? 'high' : settings.quality,
    size: `${made.size.width}x${made.size.height}`,
  };
  const created = Math.floor(job.acceptedAt / 1000);
  const indices = Array.from({ length: settings.n }, (_, index) => index);
  const pause = (world.settings.imageSeconds * 1000) / (settings.partials + 1);

  if (job.fate.ends === 'never') return hang(context, world.settings.hangSeconds);
  if (!settings.stream) {
    await world.clock.sleep(world.settings.imageSeconds * 1000);
    if (job.fate.ends === 'moderation') return refuse({ status: 400, ...blocked });
    if (job.fate.ends === 'failed') return refuse({ status: 500, message: 'Image generation failed.' });
    const data = await Promise.all(indices.map(async (index) => ({ b64_json: await file(index, null) })));
    return Response.json({ created, ...about, data, usage: usageOf(made, settings.n) });
  }
  return streamSSE(context, async (stream) => {
    const send = (type: string, more: Record<string, unknown>) =>
      stream.writeSSE({
        event: type,
        data: JSON.stringify({ type, created_at: created, ...about, ...more }),
      });
    for (const index of indices) {
      for (let step = 0; step < settings.partials; step++) {
        await world.clock.sleep(pause);
        const b64_json = await file(index, step);
        await send(`${kind}.partial_image`, { partial_image_index: step, b64_json });
      }
      await world.clock.sleep(pause);
      if (job.fate.ends !== 'completed') {
        const failed = { message: 'Image generation failed.', code: 'server_error' };
        const error = {
          type: 'image_generation_error',
          ...(job.fate.ends === 'moderation' ? blocked : failed),
        };
        await stream.writeSSE({ event: 'error', data: JSON.stringify({ type: 'error', error }) });
        return;
      }
      await send(`${kind}.completed`, { b64_json: await file(index, null), usage: usageOf(made, 1) });
    }
  });
}

const half = ({ width, height }: Size): Size => ({
  width: Math.max(16, Math.round(width / 2)),
  height: Math.max(16, Math.round(height / 2)),
});

/** Tokens of the order of what such an image takes. */
function usageOf(ask: ImageAsk, n: number): Record<string, unknown> {
  const text = Math.ceil(ask.prompt.length / 4);
  const image = ask.inputs.length * 1024;
  const output = Math.ceil((ask.size.width * ask.size.height) / 1000) * n;
  return {
    input_tokens: text + image,
    input_tokens_details: { text_tokens: text, image_tokens: image },
    output_tokens: output,
    total_tokens: text + image + output,
  };
}
