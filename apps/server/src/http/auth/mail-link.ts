import { clientAddress } from '../core/address.ts';
import type { Mount } from '../core/context.ts';
import { allow } from '../core/rate-limit.ts';
import { forward } from './forward.ts';

/** Where a mailed link leads: better-auth spends its token, sets the cookie and sends the browser on. */
export const mailLink: Mount = (app, deps) => {
  app.get('/v1/auth/magic-link/verify', async (c) => {
    await allow(deps.takeAllowance, `sign-in:${clientAddress(c, deps.config.trustProxy)}`, {
      limit: deps.config.limits.signIn,
      window: 600,
    });
    const answer = await forward(c, deps, { bare: false });
    // A link that lost letters on its way: better-auth answers in JSON, and a person is looking.
    return answer.status >= 400 && answer.status < 500 ? c.redirect('/sign-in?error=link') : answer;
  });
};
