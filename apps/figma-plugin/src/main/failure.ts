import type { FailureCode } from '../protocol/envelope.ts';

/** What went wrong, in words for the designer: the dispatcher sends code and message to the panel. */
export class PluginFailure extends Error {
  readonly code: FailureCode;

  constructor(code: FailureCode, message: string) {
    super(message);
    this.code = code;
  }
}
