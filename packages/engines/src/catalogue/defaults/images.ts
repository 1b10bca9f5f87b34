import type * as z from 'zod';
import type { modelEntrySchema } from '../catalogue.ts';

type Entry = z.input<typeof modelEntrySchema>;

/** US dollars a million tokens: the same for all of them. */
const tokenPrice = { textIn: 5, imageIn: 8, imageOut: 30 };

/** Of medium quality, which is asked for; what an image cost is reckoned from the tokens that the answer counts. */
const gptImage = (id: string, name: string, price?: Entry['price']): Entry => ({
  id,
  name,
  provider: 'openai',
  model: id,
  kind: 'image',
  anySize: { multiple: 16, max: 3840, maxPixels: 3840 * 2160 },
  takes: { words: true, inputs: 16, mask: true, transparent: true, partials: 3 },
  maxPrompt: 32_000,
  ...(price && { price }),
  tokenPrice,
  options: { quality: 'medium' },
});

/** OpenAI's image models. */
export const imageModels: Entry[] = [
  gptImage('gpt-image-2', 'GPT Image 2', {
    per: 'image',
    dollars: 0.053,
    bySize: { '1536x1024': 0.041, '1024x1536': 0.041 },
  }),
  gptImage('gpt-image-2.5-flare', 'GPT Image 2.5 Flare'),
  gptImage('gpt-image-2.5-sunburst', 'GPT Image 2.5 Sunburst'),
  gptImage('gpt-image-2.6-flare', 'GPT Image 2.6 Flare'),
  gptImage('gpt-image-2.6-sunburst', 'GPT Image 2.6 Sunburst'),
];
