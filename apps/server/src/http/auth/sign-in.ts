import * as z from 'zod';
import { safePath } from '../../auth/owner-link.ts';
import { clientAddress } from '../core/address.ts';
import type { Mount } from '../core/context.ts';
import { HttpProblem } from '../core/problem.ts';
import { allow } from '../core/rate-limit.ts';
import { browserCaller } from './browser-caller.ts';
import { readForm } from './form.ts';
import { mailSent, signInPage, spentLink } from './sign-in-view.ts';

const formSchema = z.object({ email: z.string().max(254), next: z.string().max(2000).optional() });

export const signIn: Mount = (app, deps) => {
  const { mail, config, takeAllowance, auth } = deps;
  const limit = { limit: config.limits.signIn, window: 600 };

  app.get('/sign-in', async (c) => {
    c.header('Cache-Control', 'no-store');
    const next = safePath(c.req.query('next'));
    if (await browserCaller(c, deps)) return c.redirect(next);
    const failed = c.req.query('error') !== undefined;
    return c.html(
      signInPage({
        mail,
        next,
        problem: failed ? 'That link ran out or was used. Ask for a new one.' : undefined,
      }),
    );
  });

  app.post('/sign-in', async (c) => {
    c.header('Cache-Control', 'no-store');
    const form = await readForm(c, formSchema);
    const next = safePath(form.next);
    if (!mail) throw new HttpProblem('forbidden', { detail: 'This server sends no mail.' });
    const email = z.email().safeParse(form.email.trim());
    if (!email.success)
      return c.html(signInPage({ mail, next, problem: 'That is not an e-mail address.' }), 422);
    await allow(takeAllowance, `sign-in:${clientAddress(c, config.trustProxy)}`, limit);
    await allow(takeAllowance, `mail:${email.data.toLowerCase()}`, { limit: 5, window: 600 });
    await auth.api.signInMagicLink({
      body: {
        email: email.data,
        callbackURL: next,
        errorCallbackURL: `/sign-in?next=${encodeURIComponent(next)}`,
      },
      headers: new Headers(),
    });
    return c.html(mailSent(email.data));
  });

  /** The link from the terminal. */
  app.get('/sign-in/owner', async (c) => {
    c.header('Cache-Control', 'no-store');
    await allow(takeAllowance, `sign-in:${clientAddress(c, config.trustProxy)}`, limit);
    const token = c.req.query('token')?.slice(0, 200) ?? '';
    const answer = await auth.api.signInOwner({
      body: { token: token || '-' },
      headers: new Headers({ 'User-Agent': c.req.header('User-Agent')?.slice(0, 300) ?? '' }),
      asResponse: true,
    });
    if (!answer.ok) return c.html(spentLink(), 410);
    for (const cookie of answer.headers.getSetCookie()) c.header('Set-Cookie', cookie, { append: true });
    const { next } = z.object({ next: z.string() }).parse(await answer.json());
    return c.redirect(safePath(next));
  });
};
