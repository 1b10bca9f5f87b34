import { createCanvas } from '@napi-rs/canvas';
import { ALL_FORMATS, BufferSource, Input } from 'mediabunny';
import OpenAI from 'openai';
import type { VideoCreateParams } from 'openai/resources/videos';
import type { FakeModels } from './start.ts';

/** OpenAI's client against the pretend one; it asks once. */
export const openai = ({ origin }: FakeModels, timeout = 20_000): OpenAI =>
  new OpenAI({ baseURL: `${origin}/openai/v1`, apiKey: 'pretend', maxRetries: 0, timeout });

/** What an open model is asked for: small and short, so that its clip is there at once. */
export function smallAsk(prompt = 'a slow push in'): VideoCreateParams {
  const body: VideoCreateParams = { prompt, model: 'wan-2.2' };
  // Smaller than the client's types know; it sends what it is given.
  return Object.assign(body, { size: '320x192', seconds: '2' });
}

/** A still with an edge to look for: left half of one colour, right half of another. */
export function still(width: number, height: number, colours = ['#c03030', '#3060c0']): Buffer {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const [left = '#000', right = '#fff'] = colours;
  context.fillStyle = left;
  context.fillRect(0, 0, width / 2, height);
  context.fillStyle = right;
  context.fillRect(width / 2, 0, width / 2, height);
  return canvas.toBuffer('image/png');
}

export const stillFile = (width: number, height: number): File =>
  new File([new Uint8Array(still(width, height))], 'still.png', { type: 'image/png' });

/** What a video file is, by mediabunny. @throws where it is none, or ends before its end */
export async function videoFacts(bytes: Uint8Array) {
  const input = new Input({ formats: ALL_FORMATS, source: new BufferSource(bytes) });
  const video = await input.getPrimaryVideoTrack();
  const audio = await input.getPrimaryAudioTrack();
  if (!video) throw new Error('no video');
  const { packetCount, averagePacketRate } = await video.computePacketStats();
  return {
    codec: video.codec,
    sound: audio?.codec ?? null,
    width: video.displayWidth,
    height: video.displayHeight,
    seconds: await video.computeDuration(),
    frames: packetCount,
    fps: Math.round(averagePacketRate),
  };
}

/** The body of an answer. */
export const bytesOf = async (response: Response): Promise<Uint8Array> =>
  new Uint8Array(await response.arrayBuffer());
