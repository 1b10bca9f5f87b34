import { connect } from '@animatic/db';
import { engines, openCatalogue } from '@animatic/engines';
import { diskStore, findFfmpeg } from '@animatic/media';
import { pino } from 'pino';
import * as z from 'zod';
import { newWorkerId } from '../../identity.ts';
import { openQueue } from '../../queue.ts';
import { openDesk } from '../desk.ts';
import { mediaTools } from '../media-tools.ts';
import { sketchTools } from './sketch-tools.ts';

/** What whoever forks a desk hands over, as JSON in its first argument. */
export const deskProcessSchema = z.object({
  databaseUrl: z.string(),
  mediaDir: z.string(),
  /** As in `MODELS_FILE`. */
  catalogue: z.json(),
  settings: z.record(z.string(), z.number()).default({}),
  logLevel: z.string().default('warn'),
});
export type DeskProcess = z.input<typeof deskProcessSchema>;

/**
 * A process that does nothing but run a desk, with the real engines, store and checks: what is killed in the run of
 * faults, and measured in the bench. Posters are words where there is no ffmpeg.
 */
async function run(): Promise<void> {
  const given = deskProcessSchema.parse(JSON.parse(process.argv[2] ?? '{}'));
  const log = pino({ level: given.logLevel, base: { desk: process.pid } }, pino.destination(2));
  const { db } = connect(given.databaseUrl, { max: 8, name: 'animatic desk' });
  const ffmpeg = await findFfmpeg();
  const real = mediaTools(ffmpeg);
  const desk = openDesk({
    db,
    media: diskStore(given.mediaDir),
    queue: await openQueue(given.databaseUrl),
    engines,
    catalogue: openCatalogue({ json: given.catalogue, place: 'the run' }),
    reach: ({ baseUrl }) => ({ key: 'pretend', baseUrl }),
    tools: 'why' in ffmpeg ? { ...real, posterOf: sketchTools().posterOf } : real,
    ffmpeg: 'why' in ffmpeg ? { command: 'none' } : ffmpeg,
    workerId: await newWorkerId(),
    log,
    settings: given.settings,
  });
  desk.start();
  process.once('SIGTERM', () => void desk.stop().then(() => process.exit(0)));
  process.once('disconnect', () => process.exit(0));
  process.send?.('ready');
}

await run();
