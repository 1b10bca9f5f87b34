import type { Db } from '@animatic/db';
import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import * as z from 'zod';
import { OWNER_EMAIL, redeemOwnerLink } from './owner-link.ts';

/** Signs the local owner in by a one-time token: a session, its cookie, and the path to go to. */
export const ownerSignIn = (db: Db) =>
  ({
    id: 'owner-sign-in',
    endpoints: {
      signInOwner: createAuthEndpoint(
        '/sign-in/owner',
        { method: 'POST', body: z.object({ token: z.string().min(1).max(200) }) },
        async (ctx) => {
          const next = await redeemOwnerLink(db, ctx.body.token);
          if (next === null) throw new APIError('FORBIDDEN', { message: 'used or expired' });
          const accounts = ctx.context.internalAdapter;
          const user =
            (await accounts.findUserByEmail(OWNER_EMAIL))?.user ??
            (await accounts.createUser(
              { email: OWNER_EMAIL, emailVerified: true, name: 'You' },
              { method: 'owner-link' },
            ));
          const session = await accounts.createSession(user.id);
          await setSessionCookie(ctx, { session, user });
          return ctx.json({ next });
        },
      ),
    },
  }) satisfies BetterAuthPlugin;
