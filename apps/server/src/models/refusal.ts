import type { AskRefusal, CatalogueModel } from '@animatic/engines/asking';
import type { Models } from './models.ts';

/** Why something is not asked: a stable code, and the place in the input with what is allowed there. */
export interface ModelRefusal extends AskRefusal {
  code:
    | 'unknown_model'
    | 'model_unavailable'
    | 'not_allowed_by_model'
    | 'unknown_generation'
    | 'unknown_style';
}

/** Names at most this many in one sentence. */
const MAX_NAMES = 12;

/**
 * The model of an id, or why it is not asked.
 *
 * @param path the place that names it
 * @param kind what is wanted of it
 */
export function askableModel(
  models: Models,
  id: string,
  { path, kind }: { path: string; kind: CatalogueModel['kind'] },
): { model: CatalogueModel } | { refusal: ModelRefusal } {
  const model = models.catalogue.find(id);
  const allowed = namesOf(models, kind);
  if (!model)
    return {
      refusal: { code: 'unknown_model', path, message: `The catalogue has no model ${id}.`, ...allowed },
    };
  if (model.kind !== kind)
    return {
      refusal: {
        code: 'not_allowed_by_model',
        path,
        message: `${model.name} makes ${model.kind === 'image' ? 'pictures' : 'videos'}.`,
        ...allowed,
      },
    };
  const { available, why } = models.view(model);
  if (available) return { model };
  return {
    refusal: {
      code: 'model_unavailable',
      path,
      message: `${model.name} cannot be asked: ${why ?? 'something is missing on the server.'}`,
      ...allowed,
    },
  };
}

/** What could be asked instead, in words; nothing where there is nothing. */
function namesOf(models: Models, kind: CatalogueModel['kind']): { allowed?: string } {
  const able = models.list().models.filter((model) => model.kind === kind && model.available);
  if (able.length === 0) return {};
  const names = able.slice(0, MAX_NAMES).map(({ id }) => id);
  return { allowed: able.length > MAX_NAMES ? `${names.join(', ')} and others` : names.join(', ') };
}
