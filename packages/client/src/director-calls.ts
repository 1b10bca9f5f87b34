import {
  type DirectAnswer,
  type DirectRequest,
  directAnswerSchema,
  type ProposalAnswer,
  type ProposalRequest,
  proposalAnswerSchema,
} from '@animatic/schema';
import { readJson, type Send } from './request.ts';

/** Milliseconds: a little more than the server gives its language model. */
const DIRECT_TIMEOUT = 100_000;
const PROPOSAL_TIMEOUT = 150_000;

/** The director's calls. They cost a little where a language model answers, so a screen asks once, on a press. */
export const directorCalls = (send: Send) => ({
  /** A motion or a prompt for one shot; `by` says who made it, `why` why the rules did. */
  direct: async (request: DirectRequest, signal?: AbortSignal): Promise<DirectAnswer> =>
    readJson(
      await send('/v1/direct', { method: 'POST', json: request, signal, timeout: DIRECT_TIMEOUT }),
      directAnswerSchema,
    ),
  /** A whole storyboard from one line and the frames there are. */
  propose: async (request: ProposalRequest, signal?: AbortSignal): Promise<ProposalAnswer> =>
    readJson(
      await send('/v1/proposals', { method: 'POST', json: request, signal, timeout: PROPOSAL_TIMEOUT }),
      proposalAnswerSchema,
    ),
});
