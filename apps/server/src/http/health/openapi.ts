import type { Mount } from '../core/context.ts';
import { SERVER_VERSION } from '../core/version.ts';

export const openapi: Mount = (app, { config }) => {
  app.openAPIRegistry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer' });
  app.openAPIRegistry.registerComponent('securitySchemes', 'cookie', {
    type: 'apiKey',
    in: 'cookie',
    name: 'animatic.session_token',
  });
  app.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Animatic',
      version: SERVER_VERSION,
      description: 'From a Figma selection to a preview link.',
    },
    servers: [{ url: config.publicUrl }],
  });
};
