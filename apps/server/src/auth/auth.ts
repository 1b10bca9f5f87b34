import { PLUGIN_CLIENT_ID } from '@animatic/client';
import { type Db, newId, tables } from '@animatic/db';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { bearer } from 'better-auth/plugins/bearer';
import { deviceAuthorization } from 'better-auth/plugins/device-authorization';
import { magicLink } from 'better-auth/plugins/magic-link';
import { organization } from 'better-auth/plugins/organization';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { Mailer } from '../mail/mailer.ts';
import { ownerSignIn } from './owner-sign-in.ts';
import { ensureWorkspace } from './workspace.ts';

export interface AuthDependencies {
  db: Db;
  config: Pick<Config, 'publicUrl'>;
  secret: string;
  logger: Logger;
  /** Undefined where no SMTP is set up: then nobody signs in by mail. */
  mailer: Mailer | undefined;
}

const DAY = 24 * 60 * 60;
/** Seconds that a token or a browser's session lives; each use within it begins it anew. */
export const SESSION_SECONDS = 90 * DAY;
/** Seconds that a mailed link lives. */
const MAIL_LINK_SECONDS = 15 * 60;

/**
 * better-auth over our tables. Its routes are not mounted as a whole: `auth-routes` lets through the few that are used,
 * and the rate limits are ours, for all of them alike.
 */
export function createAuth({ db, config, secret, logger, mailer }: AuthDependencies) {
  return betterAuth({
    appName: 'Animatic',
    baseURL: config.publicUrl,
    basePath: '/v1/auth',
    secret,
    database: drizzleAdapter(db, { provider: 'pg', schema: tables }),
    advanced: {
      database: { generateId: () => newId() },
      cookiePrefix: 'animatic',
      useSecureCookies: config.publicUrl.startsWith('https://'),
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
    },
    session: {
      expiresIn: SESSION_SECONDS,
      updateAge: DAY,
      additionalFields: { kind: { type: 'string', required: false, input: false, defaultValue: 'browser' } },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session, context) => ({
            data: {
              ...session,
              activeOrganizationId: await ensureWorkspace(db, session.userId),
              kind: context?.path === '/device/token' ? 'device' : 'browser',
            },
          }),
        },
      },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: {
      log: (level, message) => logger[level]({ component: 'auth' }, message),
    },
    plugins: [
      organization({ allowUserToCreateOrganization: false }),
      bearer(),
      deviceAuthorization({
        verificationUri: `${config.publicUrl}/connect`,
        expiresIn: '15m',
        interval: '2s',
        validateClient: (clientId: string) => clientId === PLUGIN_CLIENT_ID,
      }),
      magicLink({
        expiresIn: MAIL_LINK_SECONDS,
        storeToken: 'hashed',
        sendMagicLink: async ({ email, url }) => {
          await mailer?.send({
            to: email,
            subject: 'Sign in to Animatic',
            text: `Open this link to sign in. It works once, within 15 minutes:\n\n${url}\n\nIf you did not ask for it, do nothing.\n`,
          });
        },
      }),
      ownerSignIn(db),
    ],
  });
}
export type Auth = ReturnType<typeof createAuth>;
