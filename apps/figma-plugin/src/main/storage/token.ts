import { isFields } from '../checks.ts';
import { findOnDevice, keepOnDevice } from './device.ts';

const TOKEN = 'token';

/** A token is for one server: a plugin built for another never sends it there. */
export async function findToken(figma: PluginAPI, origin: string): Promise<string | null> {
  const kept = await findOnDevice(figma, TOKEN);
  return isFields(kept) && kept.origin === origin && typeof kept.token === 'string' ? kept.token : null;
}

export async function keepToken(figma: PluginAPI, origin: string, token: string | null): Promise<void> {
  if (token === null) await figma.clientStorage.deleteAsync(TOKEN);
  else await keepOnDevice(figma, TOKEN, { origin, token });
}
