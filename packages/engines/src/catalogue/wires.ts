import type { CatalogueModel, Provider, Wire } from './catalogue.ts';

/** The engine that speaks a wire. */
export const engineOf = (wire: Wire): CatalogueModel['engine'] =>
  wire === 'videos' || wire === 'images' ? wire : 'vendors';

/** The host that OpenAI serves its own wires at. */
export const OPENAI_HOST = 'api.openai.com';

/** Where a wire is spoken if nothing else is said. */
export const wireAddresses = {
  videos: `https://${OPENAI_HOST}/v1`,
  images: `https://${OPENAI_HOST}/v1`,
  fal: 'https://queue.fal.run',
  google: 'https://generativelanguage.googleapis.com/v1beta',
  replicate: 'https://api.replicate.com/v1',
  xai: 'https://api.x.ai/v1',
  alibaba: 'https://dashscope-intl.aliyuncs.com',
} as const satisfies Record<Wire, string>;

/** The address that a provider is asked at, without a slash at its end. */
export const addressOf = ({ baseUrl, wire }: Pick<Provider, 'baseUrl' | 'wire'>): string =>
  (baseUrl ?? wireAddresses[wire]).replace(/\/+$/, '');
