import type { Provider } from '@animatic/engines/asking';
import type { ModelsConfig } from '../config.ts';
import { PlainError } from '../launch/plain-error.ts';

/** As Standard Webhooks writes a secret: the prefix, then base64 of the key. */
const written = /^whsec_[A-Za-z0-9+/]{16,}={0,2}$/;

/**
 * The secrets that providers sign their webhooks with, by the provider's id.
 *
 * @throws {PlainError} where one is set and cannot be a secret: else every webhook would be refused without a word
 */
export function webhookSecrets(providers: readonly Provider[], config: ModelsConfig): Map<string, string> {
  const secrets = new Map<string, string>();
  for (const { id, webhookSecretVariable: variable } of providers) {
    const secret = variable === undefined ? undefined : config.secret(variable);
    if (secret === undefined) continue;
    if (!written.test(secret))
      throw new PlainError(
        `${variable} is no secret of Standard Webhooks: it begins with whsec_, and base64 of 12 bytes or more follows. Copy it from the provider again, or unset it.`,
      );
    secrets.set(id, secret);
  }
  return secrets;
}
