export * from './client.ts';
export * from './device-sign-in.ts';
export * from './errors.ts';
export type { GenerationPart } from './model-calls.ts';
export type { ClientOptions } from './request.ts';
export { serverSentEvents } from './server-sent-events.ts';
export type { StyleInput } from './spending-calls.ts';
