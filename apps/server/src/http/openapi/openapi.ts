import type { Mount } from '../core/context.ts';
import { openApiDocument } from './openapi-document.ts';

/** Every route of the registry as OpenAPI 3.1, made once when it is first asked for. */
export const openapi: Mount = (app, { config }) => {
  let document: ReturnType<typeof openApiDocument> | undefined;
  app.get('/openapi.json', (c) => {
    document ??= openApiDocument(app.openAPIRegistry.definitions, config.publicUrl);
    return c.json(document);
  });
};
