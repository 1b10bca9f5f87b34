import * as z from 'zod';
import type { CatalogueModel } from '../catalogue/catalogue.ts';
import { download } from '../model/download.ts';
import { faultOfReading } from '../model/faults.ts';
import type { Ledger } from '../model/ledger.ts';
import type { MadeFile } from '../model/model-engine.ts';
import { piecesOfBytes } from '../model/pieces.ts';

/** The tokens that an answer counts. */
export const usageSchema = z.object({
  output_tokens: z.number().min(0),
  input_tokens_details: z.object({ image_tokens: z.number().min(0), text_tokens: z.number().min(0) }),
});
export type Usage = z.infer<typeof usageSchema>;

/** A finished picture, with what the answer says that it took. */
export interface Made {
  bytes: Uint8Array | MadeFile['bytes'];
  type: MadeFile['type'];
  usage?: Usage | undefined;
}

const responseSchema = z.object({
  data: z.array(z.object({ b64_json: z.string().nullish(), url: z.string().nullish() })).min(1),
  output_format: z.enum(['png', 'jpeg', 'webp']).default('png').catch('png'),
  usage: usageSchema.optional().catch(undefined),
});

/** The picture of an answer that came at once: in it, or behind an address as other servers have it. */
export async function pictureOf(
  answer: unknown,
  asked: {
    model: CatalogueModel;
    doing: 'create';
    key: string | undefined;
    address: string;
    signal: AbortSignal;
  },
): Promise<Made> {
  const read = responseSchema.safeParse(answer);
  const [first] = read.data?.data ?? [];
  if (!read.success || !first) throw faultOfReading(asked, read.error);
  const { output_format, usage } = read.data;
  const type = `image/${output_format}` as const;
  if (first.b64_json) return { bytes: Buffer.from(first.b64_json, 'base64'), type, usage };
  if (!first.url) throw faultOfReading(asked);
  const { model, key, address, signal } = asked;
  const file = await download({ url: first.url, model, address, key, otherwise: type, signal });
  return { ...file, usage };
}

/** Writes down what it cost, then hands the picture over. */
export async function hand(
  { bytes, type, usage }: Made,
  { tokenPrice }: CatalogueModel,
  ledger: Ledger,
): Promise<void> {
  if (usage && tokenPrice) {
    const { image_tokens, text_tokens } = usage.input_tokens_details;
    const { textIn, imageIn, imageOut } = tokenPrice;
    await ledger.cost((text_tokens * textIn + image_tokens * imageIn + usage.output_tokens * imageOut) / 1e6);
  }
  await ledger.made({ type, bytes: bytes instanceof Uint8Array ? piecesOfBytes(bytes) : bytes });
}
