import { engines } from '@animatic/engines';
import type { Models } from '../../models/models.ts';
import { type Desk, type DeskOptions, openDesk } from './desk.ts';
import { mediaTools } from './media-tools.ts';

/** The desk of a worker: real engines, asked as the configuration reaches them. */
export const openDeskOf = (
  models: Models,
  parts: Pick<DeskOptions, 'db' | 'media' | 'queue' | 'workerId' | 'log' | 'webhookUrl' | 'settings'>,
): Desk =>
  openDesk({
    ...parts,
    engines,
    catalogue: models.catalogue,
    reach: models.reach,
    ffmpeg: models.ffmpeg,
    tools: mediaTools(models.ffmpeg),
  });
