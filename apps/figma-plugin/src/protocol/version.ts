/** Raised when code.js and ui.html of different builds no longer understand one another. */
export const PROTOCOL_VERSION = 1;

/** What the manifest's relaunch buttons send; '' is a plain start from the menu. */
export const commands = ['', 'open-preview', 'render-again'] as const;
export type Command = (typeof commands)[number];
