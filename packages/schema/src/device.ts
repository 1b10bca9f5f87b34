import * as z from 'zod';

/** RFC 8628: what the plugin gets when it asks to sign in. */
export const deviceCodeSchema = z.object({
  device_code: z.string(),
  user_code: z.string(),
  verification_uri: z.string(),
  verification_uri_complete: z.string(),
  /** Seconds. */
  expires_in: z.number(),
  interval: z.number(),
});
export type DeviceCode = z.infer<typeof deviceCodeSchema>;
export const deviceTokenSchema = z.object({
  access_token: z.string(),
  token_type: z.string(),
  expires_in: z.number().optional(),
});
/** While polling: authorization_pending, slow_down, access_denied, expired_token. */
export const deviceErrorSchema = z.object({ error: z.string(), error_description: z.string().optional() });
export const meSchema = z.object({
  user: z.object({ id: z.string(), name: z.string(), email: z.string() }),
  workspace: z.object({ id: z.string(), name: z.string() }),
});
export type Me = z.infer<typeof meSchema>;
