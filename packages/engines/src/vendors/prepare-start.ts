import type { experimental_startVideo } from 'ai';
import { refusedHere } from '../model/faults.ts';
import type { Ask, AskInput, ModelContext } from '../model/model-engine.ts';
import { openCall, type VendorCall } from './call.ts';
import { videoUrl } from './fetch-video.ts';

type StartOptions = Omit<Parameters<typeof experimental_startVideo>[0], 'model'>;

export interface PreparedStart {
  options: StartOptions;
  /** The same, to be written down: without files and keys. */
  request: Record<string, unknown>;
}

/** Reads all that a start needs, so that nothing but the call itself is left to do. */
export async function prepareStart(
  ask: Ask,
  call: VendorCall,
  context: ModelContext,
  timeoutMs: number,
): Promise<PreparedStart> {
  const { start, prompt, model } = ask;
  const { vendor } = call;
  const pictures = start.kind === 'frames' ? await picturesOf(start) : undefined;
  const urls = { first: pictures?.first.url, last: pictures?.last?.url };
  const { options, frames, ...settings } = vendor.settings(ask, urls);
  const change = 'vendorId' in start ? await changeOf(ask, start.vendorId, context, call, timeoutMs) : {};
  const own = { ...options, ...change };
  const named = model.fields.firstFrame !== undefined;
  const byRole = pictures && frames === 'by-role' ? framesByRole(pictures) : undefined;
  const image = pictures && frames === 'as-image' && !named ? pictures.first.bytes : undefined;
  return {
    options: {
      ...settings,
      prompt: image ? { image, text: prompt } : prompt,
      ...(byRole && { frameImages: byRole }),
      providerOptions: { [vendor.part]: own },
    },
    request: {
      prompt,
      ...settings,
      start: start.kind,
      ...('vendorId' in start && { video: start.vendorId }),
      ...(start.kind === 'frames' && { first: start.first.hash, last: start.last?.hash }),
      ...Object.fromEntries(Object.entries(own).filter(([, value]) => !isFile(value))),
    },
  };
}

interface Picture {
  bytes: Uint8Array;
  url: string;
}

async function pictureOf(input: AskInput): Promise<Picture> {
  const bytes = await input.bytes();
  return { bytes, url: `data:${input.type};base64,${Buffer.from(bytes).toString('base64')}` };
}

async function picturesOf({ first, last }: { first: AskInput; last?: AskInput }) {
  return { first: await pictureOf(first), last: last && (await pictureOf(last)) };
}

const framesByRole = ({ first, last }: { first: Picture; last?: Picture | undefined }) => [
  { image: first.bytes, frameType: 'first_frame' as const },
  ...(last ? [{ image: last.bytes, frameType: 'last_frame' as const }] : []),
];

/** Files and the addresses of files are nothing to write down. */
const isFile = (value: unknown): boolean => typeof value === 'string' && /^(data:|https?:)/.test(value);

/** What says that footage is extended or edited: the vendor is asked where it has it. */
async function changeOf(
  ask: Ask,
  vendorId: string,
  context: ModelContext,
  { vendor }: VendorCall,
  timeoutMs: number,
) {
  if (!vendor.change)
    throw refusedHere(
      'not_taken',
      `${ask.model.name} cannot ${ask.start.kind} a take through the AI SDK.`,
      'Go on from the last frame instead.',
    );
  const call = openCall(ask.model, context, { doing: 'ask', timeoutMs });
  return vendor.change(ask, await videoUrl(call, { vendorId }, context.signal));
}
