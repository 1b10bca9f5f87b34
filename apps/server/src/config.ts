import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

/** Both the source and the bundle lie two folders below the apps, so these hold for either. */
const beside = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const switchSchema = z.stringbool({ truthy: ['on', 'true', '1', 'yes'], falsy: ['off', 'false', '0', 'no'] });
const whole = (least: number, most: number) =>
  z.coerce
    .number(`a whole number from ${least} to ${most}`)
    .pipe(
      z
        .int(`a whole number from ${least} to ${most}`)
        .min(least, `at least ${least}`)
        .max(most, `at most ${most}`),
    );
const httpUrl = z
  .url({ protocol: /^https?$/, error: 'an http:// or https:// address' })
  .transform((url) => url.replace(/\/+$/, ''));

/** Every variable that the server reads, with its default. Empty counts as not set. */
const environmentSchema = z.object({
  /** Where the API listens. */
  PORT: whole(0, 65_535).default(8787),
  /** Loopback unless told otherwise; `0.0.0.0` for every interface. */
  HOST: z.string().default('127.0.0.1'),
  /** The address that links carry, without a slash at its end. `http://localhost:PORT` without it. */
  PUBLIC_URL: httpUrl.optional(),
  /** A Postgres 15 or newer of one's own; the embedded one without it. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'a postgres:// address' }).optional(),
  /** Media, the embedded database and the secret lie here. */
  DATA_DIR: z.string().default('.animatic'),
  /** `smtp://user:password@host:port`; without it there are no magic links. */
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'an smtp:// or smtps:// address' }).optional(),
  /** Who magic links come from. */
  MAIL_FROM: z.string().default('Animatic <animatic@localhost>'),
  /** Signs cookies, 32 characters or more; made once in DATA_DIR without it. All API processes share it. */
  AUTH_SECRET: z.string().min(32, 'at least 32 characters').optional(),
  /** The page that stands in for Figma: on with the embedded database only, unless it is said. */
  PLAYGROUND: switchSchema.optional(),
  /** Whether the first start renders and publishes the sample storyboard. */
  SAMPLE: switchSchema.default(true),
  /** The built playground. */
  PLAYGROUND_DIR: z.string().default(beside('../../playground/dist')),
  /** The built plugin, as the playground serves it. */
  PLUGIN_DIR: z.string().default(beside('../../figma-plugin/dist')),
  /**
   * An ffmpeg; the one on PATH, then the one from npm, without it. Footage from models is only given to one that is
   * version 5 or newer.
   */
  FFMPEG_PATH: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** How many proxies in front of the API add to X-Forwarded-For; 0 believes nobody. */
  TRUST_PROXY: whole(0, 10).default(0),
  /** Requests a minute by one token, or by one address without one; uploads of stills are counted apart. */
  RATE_LIMIT: whole(1, 1_000_000).default(3000),
  /** Uploads of stills a minute by one token. */
  RATE_LIMIT_UPLOADS: whole(1, 1_000_000).default(6000),
  /** Sign-in attempts (codes, mails, one-time links) in ten minutes by one address. */
  RATE_LIMIT_SIGN_IN: whole(1, 1_000_000).default(60),
  /** The largest JSON body, in bytes. */
  MAX_JSON_BYTES: whole(1024, 256 * 1024 * 1024).default(8 * 1024 * 1024),
  /** The address of the images' and the director's wire, where it is not OpenAI's own. */
  OPENAI_BASE_URL: httpUrl.optional(),
  /** The language model that reads captions, where a key is set. */
  DIRECTOR_MODEL: z.string().max(200).optional(),
  /** Where the OpenAI Videos wire is spoken: SGLang, vLLM-Omni, LiteLLM, a gateway. Ends in `/v1`. */
  VIDEOS_BASE_URL: httpUrl.optional(),
  /** A catalogue of models in JSON: its entries stand before those that come with Animatic. */
  MODELS_FILE: z.string().optional(),
  /** The stand-in for models (`npm run fake-models`): asked in place of every provider while no key is set. */
  FAKE_MODELS_URL: httpUrl.optional(),
});

/**
 * Keys and secrets of models, read by name when they are needed (`Config.models.secret`). A catalogue's file may name
 * others; what is Animatic's own is never handed out.
 */
export const modelSecrets = [
  'OPENAI_API_KEY',
  'VIDEOS_API_KEY',
  'VIDEOS_WEBHOOK_SECRET',
  'FAL_API_KEY',
  'GOOGLE_GENERATIVE_AI_API_KEY',
  'REPLICATE_API_TOKEN',
  'XAI_API_KEY',
  'ALIBABA_API_KEY',
] as const;

/** What a provider must never be sent, whatever a catalogue's file names. */
const ownSecrets: readonly string[] = ['AUTH_SECRET', 'DATABASE_URL', 'SMTP_URL'];

export interface Config {
  port: number;
  host: string;
  publicUrl: string;
  /** Undefined: the embedded one. */
  databaseUrl: string | undefined;
  dataDir: string;
  smtpUrl: string | undefined;
  mailFrom: string;
  authSecret: string | undefined;
  playground: boolean;
  sample: boolean;
  playgroundDir: string;
  pluginDir: string;
  ffmpegPath: string | undefined;
  logLevel: z.infer<typeof environmentSchema>['LOG_LEVEL'];
  trustProxy: number;
  limits: { requests: number; uploads: number; signIn: number; jsonBytes: number };
  models: ModelsConfig;
}

/** How models are reached: `apps/server/src/models` makes sense of it. */
export interface ModelsConfig {
  /** Absolute path of the operator's catalogue. */
  file: string | undefined;
  /** The stand-in's origin. */
  fakeUrl: string | undefined;
  openaiBaseUrl: string | undefined;
  videosBaseUrl: string | undefined;
  directorModel: string | undefined;
  /** A key or a secret by its variable; undefined where it is not set, and for what is Animatic's own. */
  secret(name: string): string | undefined;
}

/** A variable that cannot be used, in words for the terminal. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/**
 * Reads the environment, the only place of the server that does.
 *
 * @throws {ConfigError} one line for each variable that is wrong
 * @example const config = loadConfig({ PORT: '9000' });
 */
export function loadConfig(environment: Record<string, string | undefined> = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value));
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success)
    throw new ConfigError(
      parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'),
    );
  const env = parsed.data;
  return {
    port: env.PORT,
    host: env.HOST,
    publicUrl: env.PUBLIC_URL ?? `http://localhost:${env.PORT}`,
    databaseUrl: env.DATABASE_URL,
    dataDir: resolve(env.DATA_DIR),
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
    authSecret: env.AUTH_SECRET,
    playground: env.PLAYGROUND ?? env.DATABASE_URL === undefined,
    sample: env.SAMPLE,
    playgroundDir: resolve(env.PLAYGROUND_DIR),
    pluginDir: resolve(env.PLUGIN_DIR),
    ffmpegPath: env.FFMPEG_PATH,
    logLevel: env.LOG_LEVEL,
    trustProxy: env.TRUST_PROXY,
    limits: {
      requests: env.RATE_LIMIT,
      uploads: env.RATE_LIMIT_UPLOADS,
      signIn: env.RATE_LIMIT_SIGN_IN,
      jsonBytes: env.MAX_JSON_BYTES,
    },
    models: {
      file: env.MODELS_FILE && resolve(env.MODELS_FILE),
      fakeUrl: env.FAKE_MODELS_URL,
      openaiBaseUrl: env.OPENAI_BASE_URL,
      videosBaseUrl: env.VIDEOS_BASE_URL,
      directorModel: env.DIRECTOR_MODEL,
      secret: (name) => (ownSecrets.includes(name) ? undefined : given[name]),
    },
  };
}

/** The environment for a process of ours: this one's, and what the launcher found out. */
export function environmentWith(more: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, ...more };
}
