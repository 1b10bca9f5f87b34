export * from './board.ts';
export * from './capture.ts';
export * from './envelope.ts';
export * from './events.ts';
export * from './frame.ts';
export * from './generation.ts';
export * from './requests.ts';
export * from './version.ts';
