import { API_VERSION_HEADER } from '@animatic/schema';
import { cors } from 'hono/cors';
import { createApi } from './http/core/api.ts';
import { apiVersion } from './http/core/api-version.ts';
import { authenticate } from './http/core/authenticate.ts';
import { jsonBody } from './http/core/body.ts';
import type { Api, Deps } from './http/core/context.ts';
import { answerProblem, answerUnknownRoute } from './http/core/errors.ts';
import { limitByAddress } from './http/core/rate-limit.ts';
import { requestLog } from './http/core/request-id.ts';
import { securityHeaders } from './http/core/security-headers.ts';
import { previewFinder } from './http/previews/find-preview.ts';
import { openRoutes, workspaceRoutes } from './http/registry.ts';
import { pageAssets, previewPages } from './pages/index.ts';

/**
 * The whole HTTP side as one function from request to answer: no socket, no process state.
 *
 * @param assets the folder with the pages' style sheet and scripts; without it they are not served
 * @example const response = await createApp(deps).request('/healthz');
 */
export function createApp(deps: Deps, { assets }: { assets?: string } = {}): Api {
  const app = createApi();
  app.onError(answerProblem);
  app.notFound(answerUnknownRoute);
  app.use(requestLog(deps.logger));
  app.use(securityHeaders(deps.config.publicUrl.startsWith('https://')));
  // A plugin's window has the origin `null`, and its token is in a header, never in a cookie.
  app.use(
    '/v1/*',
    cors({
      origin: '*',
      allowHeaders: [
        'Authorization',
        'Content-Type',
        'Idempotency-Key',
        API_VERSION_HEADER,
        'Range',
        'If-Range',
      ],
      allowMethods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
      exposeHeaders: [
        API_VERSION_HEADER,
        'Retry-After',
        'X-Request-Id',
        'ETag',
        'Content-Length',
        'Content-Range',
        'Accept-Ranges',
      ],
      maxAge: 600,
    }),
  );
  app.use('/v1/*', apiVersion);
  app.use('/v1/*', jsonBody(deps.config.limits.jsonBytes));

  app.use('/p/*', limitByAddress(deps));
  for (const mount of openRoutes) mount(app, deps);
  app.route('/', previewPages({ publicUrl: deps.config.publicUrl, findPreview: previewFinder(deps.db) }));
  if (assets) app.route('/', pageAssets(assets));
  app.get('/', (c) => c.redirect(deps.config.playground ? '/playground/' : '/connect'));

  app.use('/v1/*', authenticate(deps));
  for (const mount of workspaceRoutes) mount(app, deps);
  return app;
}
