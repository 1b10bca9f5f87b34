import type { Connection, Enqueue, RenderChanges, TakeAllowance, WorkspaceQueries } from '@animatic/db';
import type { MediaStore } from '@animatic/media';
import type { HttpBindings } from '@hono/node-server';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Logger } from 'pino';
import type { Auth } from '../../auth/auth.ts';
import type { Config } from '../../config.ts';
import type { Models } from '../../models/models.ts';

/** What the routes are made of; handed in, so that a test can bring its own. */
export interface Deps extends Pick<Connection, 'db' | 'sql'> {
  config: Config;
  logger: Logger;
  media: MediaStore;
  /** Which models there are and how they are reached. */
  models: Models;
  auth: Auth;
  /** The secret that signs cookies. */
  secret: string;
  /** Whether somebody may sign in by mail. */
  mail: boolean;
  enqueue: Enqueue;
  changes: RenderChanges;
  takeAllowance: TakeAllowance;
  /** Milliseconds; tests shorten them. */
  timing: { reread: number; heartbeat: number };
  /** Aborted when the process ends, so that streams do not keep it. */
  closing: AbortSignal;
}

/** Who asks. */
export interface Caller {
  sessionId: string;
  kind: 'browser' | 'device';
  user: { id: string; name: string; email: string };
  workspace: { id: string; name: string };
}

export interface Env {
  Bindings: Partial<HttpBindings>;
  Variables: {
    requestId: string;
    logger: Logger;
    caller: Caller;
    /** The caller's workspace: the only way from a request to a row. */
    workspace: WorkspaceQueries;
  };
}

export type Api = OpenAPIHono<Env>;
/** One line of the registry: puts a route on the app. */
export type Mount = (app: Api, deps: Deps) => void;
