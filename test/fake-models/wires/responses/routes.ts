import type { Hono } from 'hono';
import { sha256 } from '../../chance.ts';
import { type Env, type FakeContext, router } from '../../http/context.ts';
import { answerOrFail } from '../../http/guard.ts';
import type { World } from '../../world.ts';
import { asRecord, neededText, readBody, text } from '../openai/body.ts';
import { orRefuse, Refused, refuse } from '../openai/refuse.ts';
import type { Wire } from '../wire.ts';
import { plausible } from './plausible.ts';
import { readInput } from './read-input.ts';
import { responseOf, type Said } from './response.ts';
import { checkStrict } from './schema.ts';

const wire: Wire = { name: 'responses', refuse };

/** OpenAI's Responses API as far as structured output needs it; mounted at `/openai/v1/responses`. */
export function responses(world: World): Hono<Env> {
  return router().post('/', (context) => orRefuse(() => respond(context, world)));
}

async function respond(context: FakeContext, world: World): Promise<Response> {
  const { body } = await readBody(context);
  const model = neededText(body, 'model', 200);
  const { words, pictures } = readInput(body);
  if (body.stream === true)
    throw new Refused({
      status: 400,
      message: 'Streaming is not served here.',
      code: 'unsupported',
      param: 'stream',
    });
  const format = asRecord(asRecord(body.text).format);
  const schema = format.type === 'json_schema' ? asRecord(format.schema) : undefined;
  const name = schema ? neededText(format, 'name', 64) : '';
  if (schema && format.strict === true) checkStrict(schema, name);
  return answerOrFail(context, world, wire, { model, prompt: words }, async () => {
    await world.clock.sleep(world.settings.answerSeconds * 1000);
    const canned = world.answers.take(name, words);
    const said: Said =
      canned ??
      (schema
        ? { kind: 'value', value: plausible(schema, words, world.seed) }
        : { kind: 'text', text: `PRETEND MODEL · ${model}` });
    const instructions = text(body, 'instructions') ?? null;
    const id = sha256(`${world.seed} ${world.charges.summary().count} ${world.clock.now()}`).slice(0, 32);
    const response = responseOf({ id, model, instructions, words, pictures, said, now: world.clock.now() });
    world.charges.chargeAnswer({
      id: `resp_${id}`,
      model,
      prompt: words,
      dollars: response.usage.input_tokens * 2.5e-6 + response.usage.output_tokens * 1e-5,
      when: world.clock.now(),
    });
    return Response.json(response);
  });
}
