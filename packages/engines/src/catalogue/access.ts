import type { Provider } from './catalogue.ts';

/** How a provider can be reached with what the environment has. */
export interface Access {
  /** Whether it can be asked. */
  open: boolean;
  key: string | undefined;
  baseUrl: string | undefined;
  /** What is missing, in words; null where nothing is. */
  why: string | null;
}

/**
 * Whether a provider can be asked, and with what. Its key is looked up here and kept nowhere.
 *
 * @param secret looks up a variable of the environment
 * @example accessTo(model.runBy, (name) => secrets.get(name)).key
 */
export function accessTo(provider: Provider, secret: (name: string) => string | undefined): Access {
  const key = secret(provider.keyVariable) || undefined;
  const { baseUrl, baseUrlVariable } = provider;
  const missing: string[] = [];
  if (provider.baseUrlNeeded && !baseUrl)
    missing.push(`set ${baseUrlVariable ?? 'its baseUrl'} to the address of a server that speaks its wire`);
  if (!key && !provider.keyOptional) missing.push(`set ${provider.keyVariable} to a key of ${provider.name}`);
  return { open: missing.length === 0, key, baseUrl, why: missing.length > 0 ? sentence(missing) : null };
}

const sentence = (parts: readonly string[]): string => {
  const text = parts.join(', and ');
  return `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}.`;
};
