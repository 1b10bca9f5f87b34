import { createRoute } from '@hono/zod-openapi';
import { deleteCookie } from 'hono/cookie';
import { problemAnswers, signedIn } from '../core/api.ts';
import { sessionCookieName } from '../core/authenticate.ts';
import type { Mount } from '../core/context.ts';
import { sessionsOf } from '../tokens/sessions.ts';

const route = createRoute({
  method: 'post',
  path: '/v1/auth/sign-out',
  summary: 'Revoke the token, or end the browser session, that asks',
  security: signedIn,
  responses: { 204: { description: 'Signed out' }, ...problemAnswers },
});

export const signOut: Mount = (app, { db, config }) => {
  const https = config.publicUrl.startsWith('https://');
  app.openapi(route, async (c) => {
    const caller = c.get('caller');
    await sessionsOf(db, caller).revoke(caller.sessionId);
    if (caller.kind === 'browser') deleteCookie(c, sessionCookieName(https), { path: '/', secure: https });
    return c.body(null, 204);
  });
};
