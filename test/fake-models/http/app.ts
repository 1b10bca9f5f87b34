import type { Hono } from 'hono';
import type { Control } from '../control/control.ts';
import { controlRoutes } from '../control/routes.ts';
import { images } from '../wires/images/routes.ts';
import { responses } from '../wires/responses/routes.ts';
import { vendors } from '../wires/vendors/routes.ts';
import { videos } from '../wires/videos/routes.ts';
import type { World } from '../world.ts';
import { type Env, router } from './context.ts';

/** Every wire under one address. */
export function app(world: World, control: Control): Hono<Env> {
  return router()
    .get('/', (context) =>
      context.text('Pretend models: see test/fake-models/README.md. Nothing here is real.\n'),
    )
    .route('/openai/v1/videos', videos(world))
    .route('/openai/v1/images', images(world))
    .route('/openai/v1/responses', responses(world))
    .route('/', vendors(world))
    .route('/control', controlRoutes(control));
}
