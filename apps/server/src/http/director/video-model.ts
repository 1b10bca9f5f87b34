import type { VideoModel } from '@animatic/director/language-model';
import type { Models } from '../../models/models.ts';
import { askableModel } from '../../models/refusal.ts';
import { HttpProblem } from '../core/problem.ts';

/**
 * A video model of the catalogue, as the director has to know it.
 *
 * @param path the place in the request that names it
 * @throws {HttpProblem} `unknown_model`, `model_unavailable`, `not_allowed_by_model`
 */
export function videoModelOf(models: Models, id: string, path: string): VideoModel {
  const found = askableModel(models, id, { path, kind: 'video' });
  if ('refusal' in found) {
    const { code, message, allowed } = found.refusal;
    throw new HttpProblem(code, {
      detail: message,
      errors: [{ path, message, ...(allowed ? { allowed } : {}) }],
    });
  }
  const { name, engine, durations, maxPrompt, takes } = found.model;
  if (engine === 'images') throw new TypeError(`${id} makes videos by an engine for images`);
  return { id, name, engine, durations, maxPrompt, words: takes.words, firstFrame: takes.firstFrame };
}
