import type * as z from 'zod';
import type { providerSchema } from '../catalogue.ts';

/** Who runs the models that Animatic knows by itself. */
export const defaultProviders: z.input<typeof providerSchema>[] = [
  {
    id: 'videos',
    name: 'Your video server',
    wire: 'videos',
    baseUrlVariable: 'VIDEOS_BASE_URL',
    baseUrlNeeded: true,
    keyVariable: 'VIDEOS_API_KEY',
    keyOptional: true,
    webhookSecretVariable: 'VIDEOS_WEBHOOK_SECRET',
    lists: true,
    // One model on one's own graphics cards.
    limits: { concurrent: 2, perMinute: 60 },
    timeoutSeconds: 3600,
  },
  // Only so that its models are refused with the day that they ended.
  { id: 'openai-videos', name: 'OpenAI', wire: 'videos', keyVariable: 'OPENAI_API_KEY', lists: true },
  {
    id: 'openai',
    name: 'OpenAI',
    wire: 'images',
    baseUrlVariable: 'OPENAI_BASE_URL',
    keyVariable: 'OPENAI_API_KEY',
    limits: { concurrent: 8, perMinute: 20 },
    timeoutSeconds: 600,
  },
  {
    id: 'google',
    name: 'Google',
    wire: 'google',
    keyVariable: 'GOOGLE_GENERATIVE_AI_API_KEY',
    limits: { concurrent: 4, perMinute: 10 },
  },
  {
    id: 'fal',
    name: 'fal',
    wire: 'fal',
    keyVariable: 'FAL_API_KEY',
    limits: { concurrent: 8, perMinute: 60 },
    timeoutSeconds: 3600,
  },
  { id: 'replicate', name: 'Replicate', wire: 'replicate', keyVariable: 'REPLICATE_API_TOKEN' },
  { id: 'xai', name: 'xAI', wire: 'xai', keyVariable: 'XAI_API_KEY' },
  {
    id: 'alibaba',
    name: 'Alibaba',
    wire: 'alibaba',
    keyVariable: 'ALIBABA_API_KEY',
    timeoutSeconds: 3600,
  },
];
