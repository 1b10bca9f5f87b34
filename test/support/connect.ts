import { type Client, createClient, deviceSignIn } from '@animatic/client';

/**
 * Signs in as the local owner does, without a browser: by the one-time link, then by saying yes to a plugin's code.
 *
 * @param stack.signIn the one-time link that a start prints
 * @example const api = await connectOwner({ origin, signIn });
 */
export async function connectOwner(stack: { origin: string; signIn: string }): Promise<Client> {
  const { origin } = stack;
  const opened = await fetch(stack.signIn, { redirect: 'manual' });
  const cookie = opened.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  if (!cookie) throw new Error(`The sign-in link answered ${opened.status} and no cookie.`);
  const signIn = deviceSignIn({ origin });
  const code = await signIn.start();
  const approved = await fetch(`${origin}/connect`, {
    method: 'POST',
    headers: { Cookie: cookie, Origin: origin },
    body: new URLSearchParams({ user_code: code.user_code, answer: 'approve' }),
    redirect: 'manual',
  });
  if (!approved.ok) throw new Error(`Saying yes to the code answered ${approved.status}.`);
  const token = await signIn.wait(code);
  return createClient({ origin, token: () => token });
}
