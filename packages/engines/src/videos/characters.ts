import * as z from 'zod';
import type { CatalogueModel } from '../catalogue/catalogue.ts';
import { faultOfReading, refusedHere } from '../model/faults.ts';
import type { AskInput, ModelContext } from '../model/model-engine.ts';
import { clientFor } from '../openai/client.ts';
import { asking } from '../openai/fault.ts';
import { fileOf } from './body.ts';

/** A character that a vendor keeps, to be named in asks. */
export interface Character {
  id: string;
  name: string;
}
const characterSchema = z.object({ id: z.string().min(1), name: z.string().nullish() });

/**
 * Has a vendor keep a character from a short video.
 *
 * @throws {ModelError} `refused` where the model's entry knows no characters
 */
export async function createCharacter(
  model: CatalogueModel,
  { name, video }: { name: string; video: AskInput },
  context: ModelContext,
): Promise<Character> {
  refuseWithout(model);
  const { signal, key } = context;
  const asked = { model, doing: 'create', key } as const;
  const body = { name, video: await fileOf(video, 'character') };
  return read(
    await asking(asked, () => clientFor(model, context, 120_000).videos.createCharacter(body, { signal })),
    model,
    name,
  );
}

/** A character as the vendor has it. @throws {ModelError} `gone` where it does not */
export async function getCharacter(
  model: CatalogueModel,
  id: string,
  context: ModelContext,
): Promise<Character> {
  refuseWithout(model);
  const { signal, key } = context;
  const asked = { model, doing: 'ask', key } as const;
  return read(
    await asking(asked, () => clientFor(model, context, 30_000).videos.getCharacter(id, { signal })),
    model,
    id,
  );
}

function read(answer: unknown, model: CatalogueModel, otherwise: string): Character {
  const character = characterSchema.safeParse(answer);
  if (!character.success) throw faultOfReading({ model, doing: 'ask' }, character.error);
  return { id: character.data.id, name: character.data.name ?? otherwise };
}

function refuseWithout({ name, takes }: CatalogueModel): void {
  if (!takes.characters)
    throw refusedHere('no_characters', `${name} knows no characters.`, 'Choose a model that does.');
}
