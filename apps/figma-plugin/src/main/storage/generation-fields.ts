import { isFields } from '../checks.ts';

/** Settings come from the panel's own lists: here it is checked that they can be read, not that a model takes them. */
export function isAsk(value: unknown): boolean {
  if (!isFields(value) || !isStart(value.from)) return false;
  const { model, style, characters } = value;
  return (
    typeof model === 'string' &&
    ['seconds', 'variations', 'chosen', 'take', 'trimStart'].every((name) => isAmount(value[name])) &&
    ['resolution', 'seed'].every((name) => value[name] === undefined || isAmount(value[name])) &&
    (style === undefined || typeof style === 'string') &&
    Array.isArray(characters) &&
    characters.every((name) => typeof name === 'string') &&
    typeof value.sound === 'boolean' &&
    typeof value.loop === 'boolean'
  );
}

export function isTake(value: unknown): boolean {
  return (
    isFields(value) &&
    typeof value.generation === 'string' &&
    isAmount(value.variation) &&
    (value.engine === 'videos' || value.engine === 'vendors') &&
    isAsk(value.ask) &&
    typeof value.words === 'string' &&
    typeof value.inputs === 'string'
  );
}

export function isScene(value: unknown): boolean {
  return (
    isFields(value) &&
    ['generation', 'model', 'prompt', 'still'].every((name) => typeof value[name] === 'string') &&
    isAmount(value.width) &&
    isAmount(value.height)
  );
}

function isStart(value: unknown): boolean {
  if (!isFields(value)) return false;
  switch (value.kind) {
    case 'words':
    case 'extend':
      return true;
    case 'still':
    case 'between':
      return value.fit === 'letterbox' || value.fit === 'crop' || value.fit === 'extend-edge';
    case 'extend-take':
    case 'remix':
    case 'edit':
      return typeof value.of === 'string';
    default:
      return false;
  }
}

function isAmount(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value < 1e9;
}
