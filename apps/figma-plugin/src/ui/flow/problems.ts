import { ApiError } from '@animatic/client';
import { API_VERSION } from '@animatic/schema';
import { BridgeError } from '../bridge/bridge-error.ts';
import type { Problem } from '../store/state.ts';

/**
 * An error as words for people: what happened and what helps.
 *
 * @param origin the API's, for a server that does not answer
 */
export function problemOf(error: unknown, origin: string): Problem {
  if (error instanceof ApiError) return apiProblem(error, origin);
  if (error instanceof BridgeError)
    return { title: 'Figma could not do this', detail: error.message, remedy: 'retry' };
  return {
    title: 'Something went wrong in the panel',
    detail: error instanceof Error ? error.message : String(error),
    remedy: 'retry',
  };
}

function apiProblem(error: ApiError, origin: string): Problem {
  switch (error.kind) {
    case 'unreachable':
      return {
        title: 'The server does not answer',
        detail: `${origin} does not answer. Is Animatic running? Type npm start in its folder, then try again.`,
        remedy: 'retry',
      };
    case 'signed-out':
      return {
        title: 'You are signed out',
        detail: 'The sign-in ended or was revoked. Connect again; the storyboard stays as it is.',
        remedy: 'connect',
      };
    case 'outdated':
      return outdated(undefined);
    case 'fault':
      return { title: 'The server had a fault', detail: error.message, remedy: 'retry' };
    default:
      return { title: 'The server refused', detail: refusal(error), remedy: 'retry' };
  }
}

/** The server's words, with the first place in the input that it objects to. */
function refusal(error: ApiError): string {
  const [first] = error.problem?.errors ?? [];
  return first ? `${error.message} (${first.path}: ${first.message})` : error.message;
}

/** The two speak different versions of the API: says which of them to bring up to date. */
export function outdated(serverVersion: number | undefined): Problem {
  if (serverVersion !== undefined && serverVersion < API_VERSION)
    return {
      title: 'The server is older than this plugin',
      detail: `It speaks version ${serverVersion} of the API, the plugin ${API_VERSION}. Update the server, then try again.`,
      remedy: 'retry',
    };
  return {
    title: 'The server is newer than this plugin',
    detail: 'Build or install the newest plugin, then open it again.',
    remedy: 'retry',
  };
}

/** A render that cannot begin, with words for people. */
export class CannotRender extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.title);
    this.name = 'CannotRender';
    this.problem = problem;
  }
}
