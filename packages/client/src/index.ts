export * from './client.ts';
export * from './device-sign-in.ts';
export * from './errors.ts';
export type { ClientOptions } from './request.ts';
export { serverSentEvents } from './server-sent-events.ts';
