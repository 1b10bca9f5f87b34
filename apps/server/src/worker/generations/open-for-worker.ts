import { engines } from '@animatic/engines';
import type { Models } from '../../models/models.ts';
import { type Desk, openDesk } from './desk.ts';
import type { DeskParts } from './desk-context.ts';
import { mediaTools } from './media-tools.ts';

/** Milliseconds that calls under way are given at the end: the launcher has patience for 1.6 s. */
const GRACE_MS = 1_000;

/**
 * The desk of a worker process: every engine there is, the catalogue and the keys as the configuration has them.
 *
 * @param publicUrl where vendors may send webhooks, if they can reach it and sign what they send
 */
export function openDeskForWorker(
  parts: Pick<DeskParts, 'db' | 'media' | 'queue' | 'workerId' | 'log'>,
  models: Models,
  publicUrl: string,
): Desk {
  const { catalogue, ffmpeg, reach } = models;
  const isOpen = /^https:/.test(publicUrl);
  return openDesk({
    ...parts,
    engines,
    catalogue,
    ffmpeg,
    reach,
    tools: mediaTools(ffmpeg),
    settings: { graceMs: GRACE_MS },
    webhookUrl: (provider) =>
      isOpen && models.webhookSecret(provider)
        ? new URL(`/v1/webhooks/${provider}`, publicUrl).href
        : undefined,
  });
}
