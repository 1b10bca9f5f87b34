import type { Models } from './models.ts';

const local = ['localhost', '127.0.0.1', '[::1]', '0.0.0.0'];

/**
 * Where a provider may send its webhooks: nowhere if it signs none, or if this server is for its own machine only.
 *
 * @example webhookUrl('https://clips.example.com', models)('videos') // 'https://clips.example.com/v1/webhooks/videos'
 */
export const webhookUrl =
  (publicUrl: string, models: Pick<Models, 'webhookSecret'>) =>
  (providerId: string): string | undefined =>
    local.includes(new URL(publicUrl).hostname) || models.webhookSecret(providerId) === undefined
      ? undefined
      : `${publicUrl}/v1/webhooks/${providerId}`;
