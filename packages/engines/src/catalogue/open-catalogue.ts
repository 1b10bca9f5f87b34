import type * as z from 'zod';
import { type CatalogueFile, type CatalogueModel, catalogueSchema, type Provider } from './catalogue.ts';
import { CatalogueError } from './catalogue-error.ts';
import { defaultCatalogue } from './defaults/index.ts';
import { httpUrl } from './http-url.ts';
import { engineOf } from './wires.ts';

/** The models that can be asked, each with who runs it. */
export interface Catalogue {
  models: readonly CatalogueModel[];
  providers: readonly Provider[];
  find(id: string): CatalogueModel | undefined;
}

/** A catalogue's text as JSON, and the place to name in errors. */
export interface CatalogueText {
  json: unknown;
  place: string;
}

/**
 * Opens the catalogue: what an operator's file has stands before what comes with Animatic, entry by entry.
 *
 * @param file the operator's, where there is one
 * @param variable looks up a variable of the environment: a provider's `baseUrlVariable` gives its address
 * @throws {CatalogueError} with one line a fault, naming its place
 * @example openCatalogue({ json: JSON.parse(text), place: 'models.json' }).find('wan-2.2')?.runBy.name
 */
export function openCatalogue(
  file?: CatalogueText,
  variable: (name: string) => string | undefined = () => undefined,
): Catalogue {
  const own = file ? read(file) : { providers: [], models: [] };
  const providers = over(defaultCatalogue.providers, own.providers).map((provider) =>
    withAddress(provider, variable),
  );
  const byId = new Map(providers.map((provider) => [provider.id, provider]));
  const faults: string[] = [];
  const models = over(defaultCatalogue.models, own.models).flatMap((entry) => {
    const runBy = byId.get(entry.provider);
    const at = `models[${own.models.findIndex(({ id }) => id === entry.id)}]`;
    if (!runBy) {
      faults.push(
        `${at}.provider: there is no provider ${entry.provider}; there are ${[...byId.keys()].join(', ')}`,
      );
      return [];
    }
    if ((runBy.wire === 'images') !== (entry.kind === 'image')) {
      const allowed = runBy.wire === 'images' ? 'images only' : 'videos only';
      faults.push(`${at}.kind: ${runBy.id} speaks ${runBy.wire}, which makes ${allowed}`);
      return [];
    }
    return [{ ...entry, engine: engineOf(runBy.wire), runBy }];
  });
  if (faults.length > 0) throw new CatalogueError(file?.place ?? 'the catalogue', faults);
  const found = new Map(models.map((model) => [model.id, model]));
  return { models, providers, find: (id) => found.get(id) };
}

/** The later list's entries in the place of the earlier one's of the same id, others before them. */
function over<T extends { id: string }>(defaults: readonly T[], own: readonly T[]): T[] {
  const replaced = new Set(own.map(({ id }) => id));
  return [...own, ...defaults.filter(({ id }) => !replaced.has(id))];
}

function withAddress(provider: Provider, variable: (name: string) => string | undefined): Provider {
  const { baseUrlVariable } = provider;
  const address = baseUrlVariable && variable(baseUrlVariable);
  if (!address) return provider;
  if (!httpUrl.safeParse(address).success)
    throw new CatalogueError('the environment', [
      `${baseUrlVariable}: ${JSON.stringify(address)} is not an address; it begins with http:// or https://`,
    ]);
  return { ...provider, baseUrl: address };
}

function read({ json, place }: CatalogueText): CatalogueFile {
  const parsed = catalogueSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new CatalogueError(
    place,
    parsed.error.issues.map((issue) => line(issue, json)),
  );
}

/** @example `models[2] (kling).durations[0]: …` */
function line(issue: z.core.$ZodIssue, json: unknown): string {
  const path = issue.path.reduce<string>(
    (text, step) => text + (typeof step === 'number' ? `[${step}]` : `${text ? '.' : ''}${String(step)}`),
    '',
  );
  const name = nameOf(json, issue.path);
  return `${path || 'the file'}${name ? ` (${name})` : ''}: ${issue.message}`;
}

/** The id of the entry that a path leads into, so that a fault is found in a long file. */
function nameOf(json: unknown, [list, index]: readonly PropertyKey[]): string | undefined {
  if (typeof json !== 'object' || json === null || typeof list !== 'string') return undefined;
  const entries: unknown = Reflect.get(json, list);
  const entry: unknown = Array.isArray(entries) && typeof index === 'number' ? entries[index] : undefined;
  if (typeof entry !== 'object' || entry === null || !('id' in entry)) return undefined;
  return typeof entry.id === 'string' ? entry.id : undefined;
}
