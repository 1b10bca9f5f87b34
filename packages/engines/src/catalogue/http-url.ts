import * as z from 'zod';

/** An address that a provider can be asked at. */
export const httpUrl = z.url({ protocol: /^https?$/, error: 'an http:// or https:// address' });
