import type { Size } from '../../jobs/job.ts';
import { type Body, kindOf, text } from '../openai/body.ts';
import { invalidType, invalidValue } from '../openai/refuse.ts';
import type { ModelRules } from './models.ts';

const quoted = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');

/** The size that is asked for: `size`, or `width` and `height` as vLLM-Omni has them. @throws Refused */
export function readSize(body: Body, rules: ModelRules): Size {
  const [width, height] = [body.width, body.height].map(Number);
  const asked = text(body, 'size') ?? (width && height ? `${width}x${height}` : undefined);
  if (asked === undefined) return rules.size;
  const [, across, down] = /^(\d+)x(\d+)$/.exec(asked) ?? [];
  const size = { width: Number(across), height: Number(down) };
  if (rules.sizes && !rules.sizes.includes(asked))
    throw invalidValue('size', `Invalid value: '${asked}'. Supported values are: ${quoted(rules.sizes)}.`);
  const isFree = [size.width, size.height].every((side) => side >= 128 && side <= 2048 && side % 8 === 0);
  if (!isFree)
    throw invalidValue(
      'size',
      `Invalid value: '${asked}'. Width and height must be multiples of 8 from 128 to 2048.`,
    );
  return size;
}

/** Frames by number and pace, as open models have them: of a clip of 81 at 16 a second, 5 s are only the name. */
export function readClip(body: Body): { seconds?: number; fps?: number } {
  const [frames, fps] = [Number(body.num_frames), Number(body.fps)];
  const pace = fps >= 1 && fps <= 60 ? fps : undefined;
  return {
    ...(pace && { fps: pace }),
    ...(pace && frames >= 1 && frames <= 3600 && { seconds: frames / pace }),
  };
}

/** The length that is asked for: `seconds`, or `num_frames` by `fps` as vLLM-Omni has them. @throws Refused */
export function readSeconds(body: Body, rules: ModelRules, isForm: boolean): number {
  const { seconds, num_frames: frames, fps } = body;
  if (seconds === undefined || seconds === null)
    return Number(frames) > 0 ? Number(frames) / (Number(fps) || 24) : rules.defaultSeconds;
  if (rules.seconds) {
    if (typeof seconds !== 'string')
      throw invalidType('seconds', `one of ${quoted(rules.seconds)}`, kindOf(seconds));
    if (!rules.seconds.includes(seconds))
      throw invalidValue(
        'seconds',
        `Invalid value: '${seconds}'. Supported values are: ${quoted(rules.seconds)}.`,
      );
    return Number(seconds);
  }
  if (isForm && typeof seconds !== 'string') throw invalidType('seconds', 'a string', kindOf(seconds));
  const length = Number(seconds);
  if (!(length > 0 && length <= 60))
    throw invalidValue('seconds', `Invalid value: '${seconds}'. Seconds must be more than 0 and at most 60.`);
  return length;
}
