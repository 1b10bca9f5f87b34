import { PLUGIN_CLIENT_ID } from '@animatic/client';
import { tables } from '@animatic/db';
import { deviceCodeSchema, deviceErrorSchema, deviceTokenSchema, meSchema } from '@animatic/schema';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createOwnerLink } from '../../auth/owner-link.ts';
import { callsOf, ORIGIN, type TestApp, testApp } from '../../testing/test-app.ts';

let server: TestApp;
beforeAll(async () => {
  server = await testApp(inject('databaseUrl'), { SMTP_URL: 'smtp://localhost:25' });
});
afterAll(() => server.close());

/** As a browser goes: cookies are kept, redirects are not followed. */
function browser() {
  const jar = new Map<string, string>();
  return {
    jar,
    async go(path: string, init: RequestInit = {}) {
      const headers = new Headers(init.headers);
      if (jar.size) headers.set('Cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
      const answer = await server.app.request(new URL(path, ORIGIN).href, { ...init, headers });
      for (const cookie of answer.headers.getSetCookie()) {
        const [pair = ''] = cookie.split(';');
        const at = pair.indexOf('=');
        if (/max-age=0/i.test(cookie)) jar.delete(pair.slice(0, at));
        else jar.set(pair.slice(0, at), pair.slice(at + 1));
      }
      return answer;
    },
    submit(path: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
      return this.go(path, {
        method: 'POST',
        body: new URLSearchParams(fields).toString(),
        headers: {
          'Content-Type': 'application/x-www-form-urlencoded',
          Origin: ORIGIN,
          'Sec-Fetch-Site': 'same-origin',
          ...headers,
        },
      });
    },
  };
}

async function owner() {
  const visitor = browser();
  const link = await createOwnerLink(server.deps.db, { publicUrl: ORIGIN, next: '/playground/' });
  const answer = await visitor.go(link);
  expect(answer.status).toBe(302);
  return visitor;
}

const plugin = callsOf;
async function askForCode() {
  const { post } = plugin(server.app, undefined);
  const answer = await post('/v1/auth/device/code', { client_id: PLUGIN_CLIENT_ID }, { Origin: 'null' });
  expect(answer.status).toBe(200);
  return deviceCodeSchema.parse(await answer.json());
}
const poll = (device_code: string) =>
  plugin(server.app, undefined).post(
    '/v1/auth/device/token',
    {
      grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
      device_code,
      client_id: PLUGIN_CLIENT_ID,
    },
    { Origin: 'null' },
  );
/** Lets the next poll be in time. */
const forgetPoll = (device_code: string) =>
  server.deps.db
    .update(tables.deviceCode)
    .set({ lastPolledAt: null })
    .where(eq(tables.deviceCode.deviceCode, device_code));

test('the link from the terminal signs the owner in, once', async () => {
  const link = await createOwnerLink(server.deps.db, { publicUrl: ORIGIN, next: '/playground/' });
  const visitor = browser();
  const first = await visitor.go(link);
  expect(first.status).toBe(302);
  expect(first.headers.get('Location')).toBe('/playground/');
  const cookie = first.headers.getSetCookie().find((each) => each.startsWith('animatic.session_token='));
  expect(cookie).toMatch(/HttpOnly/i);
  expect(cookie).toMatch(/SameSite=Lax/i);
  const me = meSchema.parse(await (await visitor.go('/v1/me')).json());
  expect(me.user.email).toBe('owner@animatic.local');

  const second = await browser().go(link);
  expect(second.status).toBe(410);
  expect(second.headers.getSetCookie()).toEqual([]);
  expect(await second.text()).toContain('used before');
});

test('every start gives a new link to the same owner and workspace', async () => {
  const read = async () => meSchema.parse(await (await (await owner()).go('/v1/me')).json());
  expect(await read()).toEqual(await read());
});

test('the link is kept as a hash, runs out, and leads to no other host', async () => {
  const link = new URL(await createOwnerLink(server.deps.db, { publicUrl: ORIGIN, next: '//evil.example' }));
  const token = link.searchParams.get('token') ?? '';
  const rows = await server.deps.db.select().from(tables.verification);
  expect(JSON.stringify(rows)).not.toContain(token);
  const outdated = await createOwnerLink(server.deps.db, { publicUrl: ORIGIN });
  await server.deps.db
    .update(tables.verification)
    .set({ expiresAt: new Date(Date.now() - 1000) })
    .where(eq(tables.verification.value, '/'));
  expect((await browser().go(outdated)).status).toBe(410);
  const other = await createOwnerLink(server.deps.db, { publicUrl: ORIGIN, next: '//evil.example' });
  expect((await browser().go(other)).headers.get('Location')).toBe('/');
});

test('a plugin signs in by a code that a person approves in the browser', async () => {
  const codes = await askForCode();
  expect(codes.user_code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/);
  expect(codes.verification_uri_complete).toBe(`${ORIGIN}/connect?user_code=${codes.user_code}`);
  const early = await poll(codes.device_code);
  expect(early.status).toBe(400);
  expect(deviceErrorSchema.parse(await early.json()).error).toBe('authorization_pending');
  expect(deviceErrorSchema.parse(await (await poll(codes.device_code)).json()).error).toBe('slow_down');

  const visitor = browser();
  const stranger = await visitor.go(codes.verification_uri_complete);
  expect(stranger.headers.get('Location')).toBe(
    `/sign-in?next=${encodeURIComponent(`/connect?user_code=${codes.user_code}`)}`,
  );
  const signedIn = await owner();
  const page = await signedIn.go(codes.verification_uri_complete);
  expect(page.status).toBe(200);
  const text = await page.text();
  expect(text).toContain(codes.user_code);
  expect(text).toContain('Connect the Figma plugin to My workspace?');
  expect(page.headers.get('Content-Security-Policy')).toContain("script-src 'self'");
  expect(text).not.toMatch(/<script|style=/);

  const approved = await signedIn.submit('/connect', { user_code: codes.user_code, answer: 'approve' });
  expect(await approved.text()).toContain('Connected. Go back to Figma.');
  await forgetPoll(codes.device_code);
  const given = await poll(codes.device_code);
  expect(given.status).toBe(200);
  const { access_token: token } = deviceTokenSchema.parse(await given.json());

  const calls = callsOf(server.app, token);
  expect((await calls.get('/v1/me')).status).toBe(200);
  const spent = await poll(codes.device_code);
  expect(spent.status).toBe(400);

  // It is seen and revoked in the browser, and refused from then on.
  const { tokens } = (await (await signedIn.go('/v1/tokens')).json()) as {
    tokens: { id: string; kind: string; current: boolean }[];
  };
  const connected = tokens.find(({ kind }) => kind === 'device');
  expect(connected).toMatchObject({ current: false });
  expect(JSON.stringify(tokens)).not.toContain(token);
  const revoked = await signedIn.go(`/v1/tokens/${connected?.id}`, {
    method: 'DELETE',
    headers: { Origin: ORIGIN, 'Sec-Fetch-Site': 'same-origin' },
  });
  expect(revoked.status).toBe(204);
  const refused = await calls.get('/v1/me');
  expect(refused.status).toBe(401);
  expect(await refused.json()).toMatchObject({ code: 'signed_out' });
});

test('connected plugins are listed and disconnected on the page, by their owner only', async () => {
  const signedIn = await owner();
  const codes = await askForCode();
  await signedIn.submit('/connect', { user_code: codes.user_code, answer: 'approve' });
  const { access_token } = deviceTokenSchema.parse(await (await poll(codes.device_code)).json());
  const page = await (await signedIn.go('/connect')).text();
  const id = /name="id" value="([\w-]+)"/.exec(page)?.[1] ?? '';
  const visitor = browser();
  expect((await visitor.submit('/connect/revoke', { id })).headers.get('Location')).toContain('/sign-in');
  expect((await callsOf(server.app, access_token).get('/v1/me')).status).toBe(200);
  expect((await signedIn.submit('/connect/revoke', { id })).status).toBe(303);
  expect((await callsOf(server.app, access_token).get('/v1/me')).status).toBe(401);
  expect(await (await signedIn.go('/connect')).text()).not.toContain(id);
});

test('what a person denies is told to the plugin', async () => {
  const codes = await askForCode();
  const signedIn = await owner();
  const typed = codes.user_code.toLowerCase().replace('-', ' ');
  expect((await signedIn.go(`/connect?user_code=${encodeURIComponent(typed)}`)).status).toBe(200);
  await signedIn.submit('/connect', { user_code: codes.user_code, answer: 'deny' });
  expect(deviceErrorSchema.parse(await (await poll(codes.device_code)).json()).error).toBe('access_denied');
  const again = await signedIn.submit('/connect', { user_code: codes.user_code, answer: 'approve' });
  expect(again.status).toBe(404);
});

test('another site cannot approve in somebody’s name', async () => {
  const codes = await askForCode();
  const signedIn = await owner();
  const fields = { user_code: codes.user_code, answer: 'approve' };
  const crossSite = await signedIn.submit('/connect', fields, {
    Origin: 'https://evil.example',
    'Sec-Fetch-Site': 'cross-site',
  });
  expect(crossSite.status).toBe(403);
  const sandboxed = await signedIn.go('/connect', {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: 'null' },
  });
  expect(sandboxed.status).toBe(403);
  expect(deviceErrorSchema.parse(await (await poll(codes.device_code)).json()).error).toBe(
    'authorization_pending',
  );
});

test('no other client gets a code, and the rest of the auth library is not there', async () => {
  const { post, get } = callsOf(server.app, undefined);
  expect((await post('/v1/auth/device/code', { client_id: 'somebody' })).status).toBe(400);
  const { token } = await server.signIn();
  for (const path of ['/v1/auth/get-session', '/v1/auth/list-sessions', '/v1/auth/organization/list'])
    expect((await callsOf(server.app, token).get(path)).status).toBe(404);
  expect((await get('/v1/auth/get-session')).status).toBe(401);
  expect((await post('/v1/auth/sign-in/owner', { token: 'x' })).status).toBe(401);
});

test('a poll that cannot be read is refused in the words of RFC 6749, never a fault of ours', async () => {
  const { post } = callsOf(server.app, undefined);
  const asked = (grant_type: string, device_code: string) =>
    post('/v1/auth/device/token', { grant_type, device_code, client_id: PLUGIN_CLIENT_ID });
  const answer = await asked('password', 'x');
  expect(answer.status).toBe(400);
  expect(deviceErrorSchema.parse(await answer.json()).error).toBe('invalid_request');
  expect((await asked('urn:ietf:params:oauth:grant-type:device_code', 'a\0b')).status).toBe(422);
});

test('a mailed link that lost its token leads to the sign-in page', async () => {
  const answer = await browser().go('/v1/auth/magic-link/verify');
  expect(answer.status).toBe(302);
  expect(answer.headers.get('Location')).toBe('/sign-in?error=link');
});

test('a token signs itself out', async () => {
  const { token } = await server.signIn();
  const calls = callsOf(server.app, token);
  expect((await calls.post('/v1/auth/sign-out', {})).status).toBe(204);
  expect((await calls.get('/v1/me')).status).toBe(401);
});

test('a token that ran out, or whose owner left the workspace, is refused', async () => {
  const { db } = server.deps;
  const outdated = await server.signIn();
  await db
    .update(tables.session)
    .set({ expiresAt: new Date(Date.now() - 1000) })
    .where(eq(tables.session.id, outdated.sessionId));
  expect((await outdated.get('/v1/me')).status).toBe(401);
  const left = await server.signIn();
  await db.delete(tables.member).where(eq(tables.member.userId, left.userId));
  expect((await left.get('/v1/me')).status).toBe(401);
});

test('a mailed link signs in, makes a workspace, and works once', async () => {
  const visitor = browser();
  const sent = await visitor.submit('/sign-in', { email: 'ida@example.test', next: '/connect' });
  expect(await sent.text()).toContain('ida@example.test');
  const mail = server.mails.at(-1);
  expect(mail?.to).toBe('ida@example.test');
  const link = /https?:\S+/.exec(mail?.text ?? '')?.[0] ?? '';
  const answer = await visitor.go(link);
  expect(answer.status).toBe(302);
  expect(new URL(answer.headers.get('Location') ?? '', ORIGIN).pathname).toBe('/connect');
  expect(meSchema.parse(await (await visitor.go('/v1/me')).json()).user.email).toBe('ida@example.test');
  const again = browser();
  const spent = await again.go(link);
  expect(spent.headers.get('Location')).toContain('/sign-in');
  expect(again.jar.size).toBe(0);
  expect((await visitor.submit('/sign-in', { email: 'no address' })).status).toBe(422);
});

test('nothing secret is written to the log', async () => {
  const person = await server.signIn();
  await person.get('/v1/me');
  await browser().go(await createOwnerLink(server.deps.db, { publicUrl: ORIGIN }));
  const codes = await askForCode();
  await poll(codes.device_code);
  const log = server.logged.join('\n');
  expect(log).toContain('"route":"/sign-in/owner"');
  expect(log).toContain('"route":"/v1/me"');
  for (const secret of [person.token, codes.device_code, codes.user_code, 'session_token=', 'token='])
    expect(log).not.toContain(secret);
});
