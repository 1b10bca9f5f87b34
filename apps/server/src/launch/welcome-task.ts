import type { Db } from '@animatic/db';
import type { MediaStore } from '@animatic/media';
import { createOwnerLink } from '../auth/owner-link.ts';
import type { Config } from '../config.ts';
import type { Models } from '../models/models.ts';
import { notesOf } from '../models/notes.ts';
import type { Queue } from '../worker/queue.ts';
import type { FromRole } from './messages.ts';
import { publishSample } from './sample.ts';

export interface WelcomeContext {
  config: Config;
  db: Db;
  media: MediaStore;
  models: Models;
  queue: Queue;
  signal: AbortSignal;
}

/** What a start owes its owner: a one-time sign-in, and the sample behind a link. */
export async function welcome(context: WelcomeContext, tell: (message: FromRole) => void): Promise<void> {
  const { config, db, signal } = context;
  tell({ type: 'models', notes: notesOf(context.models) });
  const next = config.playground ? '/playground/' : '/';
  tell({ type: 'sign-in', url: await createOwnerLink(db, { publicUrl: config.publicUrl, next }) });
  try {
    const slug =
      config.sample &&
      (await publishSample({
        ...context,
        onProgress: ({ progress, stage }) => tell({ type: 'sample-progress', progress, stage }),
      }));
    tell({ type: 'sample', ...(slug ? { preview: `${config.publicUrl}/p/${slug}` } : {}) });
  } catch (error) {
    if (signal.aborted) return;
    tell({ type: 'sample', problem: error instanceof Error ? error.message : String(error) });
  }
}
