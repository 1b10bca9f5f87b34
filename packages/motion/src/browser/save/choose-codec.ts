import type { Size } from '@animatic/schema';

/** How a clip can be encoded here: what goes into which file. */
export interface ChosenCodec {
  container: 'mp4' | 'webm';
  codec: 'avc' | 'vp9';
  config: VideoEncoderConfig;
}

/** H.264's levels: the most macroblocks a frame and a second that each takes. */
const AVC_LEVELS = [
  ['1f', 3600, 108_000],
  ['28', 8192, 245_760],
  ['2a', 8704, 522_240],
  ['33', 36_864, 983_040],
  ['34', 36_864, 2_073_600],
] as const;
/** VP9's levels: the most luma samples a frame and a second. */
const VP9_LEVELS = [
  ['31', 983_040, 36_864_000],
  ['40', 2_228_224, 83_558_400],
  ['41', 2_228_224, 160_432_128],
  ['51', 8_912_896, 588_251_136],
  ['52', 8_912_896, 1_176_502_272],
] as const;
/** Bits a pixel: screens are flat and sharp, and their text shows every bit that is missing. */
const BITS = 0.16;

function levelFor(
  levels: readonly (readonly [string, number, number])[],
  frame: number,
  fps: number,
): string {
  const level = levels.find(([, most, perSecond]) => frame <= most && frame * fps <= perSecond);
  return (level ?? levels.at(-1))?.[0] ?? '';
}

/** What is tried, best first: H.264 plays everywhere, VP9 carries alpha. */
function candidates({ width, height }: Size, fps: number, transparent: boolean): ChosenCodec[] {
  const shared = {
    width,
    height,
    framerate: fps,
    bitrate: Math.round(width * height * fps * BITS),
    bitrateMode: 'variable',
    latencyMode: 'quality',
  } as const;
  const avc = levelFor(AVC_LEVELS, Math.ceil(width / 16) * Math.ceil(height / 16), fps);
  const vp9 = levelFor(VP9_LEVELS, width * height, fps);
  const h264 = ['6400', '4d00', '42e0'].map(
    (profile): ChosenCodec => ({
      container: 'mp4',
      codec: 'avc',
      config: { ...shared, codec: `avc1.${profile}${avc}`, avc: { format: 'avc' } },
    }),
  );
  // Profile 0, eight bits, 4:2:0; BT.709 primaries, transfer and matrix in limited range.
  const codec = `vp09.00.${vp9}.08.01.01.01.01.00`;
  return [...(transparent ? [] : h264), { container: 'webm', codec: 'vp9', config: { ...shared, codec } }];
}

/**
 * Finds how this browser can encode a clip; null where it cannot: no WebCodecs, no secure context, or no codec for
 * this size.
 *
 * @example (await chooseCodec({ width: 1920, height: 1080 }, 30, false))?.container // 'mp4'
 */
export async function chooseCodec(
  size: Size,
  fps: number,
  transparent: boolean,
): Promise<ChosenCodec | null> {
  if (typeof VideoEncoder === 'undefined' || typeof VideoFrame === 'undefined') return null;
  for (const each of candidates(size, fps, transparent)) {
    const { supported } = await VideoEncoder.isConfigSupported(each.config).catch(() => ({
      supported: false,
    }));
    if (supported) return each;
  }
  return null;
}
