import type { Role } from './roles.ts';

/** What the launcher says to a role's process. */
export type ToRole = 'stop' | 'welcome';

/** What a role's process says to the launcher. */
export type FromRole =
  | { type: 'ready'; role: Role }
  /** What a start says about models, a line each. It comes before the sign-in. */
  | { type: 'models'; notes: readonly string[] }
  /** The local owner's one-time sign-in. */
  | { type: 'sign-in'; url: string }
  | { type: 'sample-progress'; progress: number; stage: string }
  /** The end of the sample: its preview, why there is none, or neither where there is no sample. */
  | { type: 'sample'; preview?: string; problem?: string };

/** What the launcher says to whoever forked it, such as a script that needs a running Animatic. */
export type FromLauncher =
  | {
      type: 'ready';
      url: string;
      signIn: string;
      playground: string | undefined;
      manifest: string | undefined;
    }
  | Extract<FromRole, { type: 'sample' }>;

/** Both ends are this program: a message is one of ours if it has a type. */
export function isFromRole(message: unknown): message is FromRole {
  return typeof message === 'object' && message !== null && 'type' in message;
}
