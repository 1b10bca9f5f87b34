import { fields } from '../checks.ts';
import type { HandlerFactory } from '../handler.ts';
import { keepSettings, readSettings } from '../storage/settings.ts';

export const saveSettings: HandlerFactory<'save-settings'> = (figma) => async (params) => {
  await keepSettings(figma, readSettings(fields(params, 'message').settings));
  return {};
};
