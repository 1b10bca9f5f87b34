import { idSchema } from '@animatic/schema';
import type { Context } from 'hono';
import * as z from 'zod';
import { clientAddress } from '../core/address.ts';
import type { Caller, Deps, Env, Mount } from '../core/context.ts';
import { allow } from '../core/rate-limit.ts';
import { sessionsOf } from '../tokens/sessions.ts';
import { browserCaller } from './browser-caller.ts';
import { askApproval, askCode, type ConnectedPlugin, connected, denied } from './connect-view.ts';
import { readForm } from './form.ts';
import { normalUserCode, pendingCode, shownUserCode } from './user-code.ts';

const revokeSchema = z.object({ id: idSchema });
const answerSchema = z.object({ user_code: z.string().max(100), answer: z.enum(['approve', 'deny']) });
const UNKNOWN =
  'This code is not waiting: it ran out, was used, or has a typo. Ask for a new one in the plugin.';

/** The page where a person says yes to a plugin (RFC 8628, 3.3). */
export const connect: Mount = (app, deps) => {
  app.get('/connect', async (c) => {
    c.header('Cache-Control', 'no-store');
    const code = normalUserCode(c.req.query('user_code')?.slice(0, 100) ?? '');
    const caller = await browserCaller(c, deps);
    if (!caller) {
      const back = code ? `/connect?user_code=${shownUserCode(code)}` : '/connect';
      return c.redirect(`/sign-in?next=${encodeURIComponent(back)}`);
    }
    if (!code) return c.html(askCode(await pluginsOf(deps, caller)));
    await limitGuesses(c, deps);
    const pending = await pendingCode(deps.db, code);
    if (!pending) return c.html(askCode([], UNKNOWN), 404);
    return c.html(
      askApproval({
        code: shownUserCode(pending.userCode),
        workspace: caller.workspace.name,
        email: caller.user.email,
      }),
    );
  });

  app.post('/connect', async (c) => {
    c.header('Cache-Control', 'no-store');
    const form = await readForm(c, answerSchema);
    const caller = await browserCaller(c, deps);
    if (!caller) return c.redirect('/sign-in?next=/connect');
    await limitGuesses(c, deps);
    const pending = await pendingCode(deps.db, normalUserCode(form.user_code));
    if (!pending) return c.html(askCode([], UNKNOWN), 404);
    const headers = new Headers({ Cookie: c.req.header('Cookie') ?? '' });
    const { userCode } = pending;
    // better-auth wants a code to be claimed by whoever answers for it, and refuses everybody else from then on.
    await deps.auth.api.deviceVerify({ query: { user_code: userCode }, headers });
    if (form.answer === 'deny') {
      await deps.auth.api.deviceDeny({ body: { userCode }, headers });
      return c.html(denied());
    }
    await deps.auth.api.deviceApprove({ body: { userCode }, headers });
    return c.html(connected());
  });

  app.post('/connect/revoke', async (c) => {
    c.header('Cache-Control', 'no-store');
    const { id } = await readForm(c, revokeSchema);
    const caller = await browserCaller(c, deps);
    if (!caller) return c.redirect('/sign-in?next=/connect');
    await sessionsOf(deps.db, caller).revoke(id);
    return c.redirect('/connect', 303);
  });
};

async function pluginsOf({ db }: Deps, caller: Caller): Promise<ConnectedPlugin[]> {
  const rows = await sessionsOf(db, caller).list();
  return rows
    .filter(({ kind }) => kind === 'device')
    .map(({ id, createdAt, updatedAt }) => ({ id, connectedAt: createdAt, usedAt: updatedAt }));
}

/** Eight letters of 32 are 40 bits, for fifteen minutes: a few guesses are free, a search is not. */
function limitGuesses(c: Context<Env>, { takeAllowance, config }: Deps): Promise<void> {
  return allow(takeAllowance, `connect:${clientAddress(c, config.trustProxy)}`, {
    limit: config.limits.signIn,
    window: 600,
  });
}
