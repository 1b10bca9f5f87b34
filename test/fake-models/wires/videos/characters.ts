import { sha256 } from '../../chance.ts';
import type { FakeContext } from '../../http/context.ts';
import type { World } from '../../world.ts';
import { kindOf, neededText, readBody } from '../openai/body.ts';
import { invalidType, Refused } from '../openai/refuse.ts';

/** `POST /videos/characters`: kept by what was sent, so that nothing has to be remembered but its name. */
export async function createCharacter(
  context: FakeContext,
  world: World,
  known: Characters,
): Promise<Response> {
  const { body } = await readBody(context);
  const name = neededText(body, 'name', 80);
  if (!(body.video instanceof Blob)) throw invalidType('video', 'a file', kindOf(body.video));
  const id = `char_${sha256(`${name} ${known.size}`).slice(0, 24)}`;
  const character = { id, name, created_at: Math.floor(world.clock.now() / 1000) };
  known.set(id, character);
  return Response.json(character);
}

export type Characters = Map<string, { id: string; name: string; created_at: number }>;

/** `GET /videos/characters/{id}`. @throws Refused */
export function getCharacter(known: Characters, id: string): Response {
  const character = known.get(id);
  if (!character)
    throw new Refused({ status: 404, message: `Character with id '${id}' not found.`, code: 'not_found' });
  return Response.json(character);
}
