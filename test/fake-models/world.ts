import { Charges } from './charges.ts';
import type { Clock } from './clock.ts';
import { Faults } from './faults/faults.ts';
import { Jobs } from './jobs/store.ts';
import { Clips } from './media/clips.ts';
import { Images } from './media/images.ts';
import { Pictures } from './media/pictures.ts';
import { defaultSettings, type Settings } from './settings.ts';
import { Webhooks } from './webhooks/webhooks.ts';
import { Answers } from './wires/responses/answers.ts';

/** All that the pretend vendors know. One server has one; nothing of it outlives the process. */
export interface World {
  clock: Clock;
  seed: number;
  settings: Settings;
  faults: Faults;
  charges: Charges;
  jobs: Jobs;
  pictures: Pictures;
  clips: Clips;
  images: Images;
  webhooks: Webhooks;
  answers: Answers;
}

export function makeWorld({
  clock,
  seed,
  settings,
}: {
  clock: Clock;
  seed: number;
  settings: Partial<Settings>;
}): World {
  const all = { ...defaultSettings, ...settings };
  const charges = new Charges();
  const pictures = new Pictures();
  return {
    clock,
    seed,
    settings: all,
    faults: new Faults(seed),
    charges,
    jobs: new Jobs({ clock, settings: all, charges, seed }),
    pictures,
    clips: new Clips(pictures, all),
    images: new Images(pictures, all),
    webhooks: new Webhooks(clock),
    answers: new Answers(),
  };
}

/** As it was at the start: no jobs, charges, faults, pictures, webhooks or answers; the clock runs on, settings stay. */
export function resetWorld(world: World): void {
  world.clock.clear();
  world.faults.clear();
  world.jobs.clear();
  world.charges.clear();
  world.pictures.clear();
  world.clips.clear();
  world.images.clear();
  world.webhooks.clear();
  world.answers.clear();
}
