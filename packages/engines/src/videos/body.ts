import type { VideoCreateParams } from 'openai/resources/videos';
import { sizeName } from '../ask/size.ts';
import { wireModel } from '../catalogue/wire-model.ts';
import type { Ask, AskInput } from '../model/model-engine.ts';

/** A number of frames for these seconds, as the model counts: `81` for 5 seconds at 16 a second. */
export function framesFor(seconds: number, fps: number, multiple: number): number {
  return Math.max(1, Math.round((seconds * fps) / multiple)) * multiple + 1;
}

/** A picture as a real file with its type: as a string it would be refused. */
export async function fileOf(input: AskInput, name: string): Promise<File> {
  const bytes = await input.bytes();
  const ending = input.type === 'image/jpeg' ? 'jpg' : input.type === 'video/mp4' ? 'mp4' : 'png';
  return new File([new Uint8Array(bytes)], `${name}.${ending}`, { type: input.type });
}

/**
 * What a create says besides its files, plain: sizes and seconds as the model's entry has them, not as Sora had them.
 */
export function settingsOf(ask: Ask): Record<string, unknown> {
  const { model, seconds, size, seed, sound, characters } = ask;
  const { fields, takes, frameMultiple, fps, options } = model;
  return {
    model: wireModel(model, ask.start),
    size: sizeName(size),
    ...(seconds !== null && { seconds: String(seconds) }),
    ...(seconds !== null &&
      frameMultiple &&
      fps && { num_frames: framesFor(seconds, fps, frameMultiple), fps: Math.round(fps) }),
    ...(takes.seed && seed !== undefined && { seed }),
    ...(takes.sound && fields.sound && { [fields.sound]: sound }),
    ...(takes.characters && characters.length > 0 && { characters: characters.map((id) => ({ id })) }),
    ...options,
  };
}

/** A whole create, with its files. */
export async function createBody(ask: Ask): Promise<VideoCreateParams> {
  const body: VideoCreateParams = { prompt: ask.prompt };
  const { start, model } = ask;
  const files: Record<string, File> = {};
  if (start.kind === 'frames') {
    files[model.fields.firstFrame ?? 'input_reference'] = await fileOf(start.first, 'first-frame');
    if (start.last) files[model.fields.lastFrame ?? 'last_frame'] = await fileOf(start.last, 'last-frame');
  }
  // Servers take more than the client's type knows; it sends what it is given.
  return Object.assign(body, settingsOf(ask), files);
}
