import type { Hono } from 'hono';
import { type Env, router } from '../../http/context.ts';
import type { World } from '../../world.ts';
import { alibaba } from './alibaba.ts';
import { fal } from './fal.ts';
import { google } from './google.ts';
import { replicate } from './replicate.ts';
import { xai } from './xai.ts';

/** The endpoints that the AI SDK's video models call, with and without the version in the address. */
export function vendors(world: World): Hono<Env> {
  return router()
    .route('/fal', fal(world))
    .route('/google/v1beta', google(world))
    .route('/google', google(world))
    .route('/replicate/v1', replicate(world))
    .route('/replicate', replicate(world))
    .route('/xai/v1', xai(world))
    .route('/xai', xai(world))
    .route('/alibaba', alibaba(world));
}
