/** What the process ends with; pipelines go by it. */
export const EXIT = {
  done: 0,
  /** The storyboard or one of its stills is not as it has to be. */
  badInput: 1,
  /** The command line is not. */
  usage: 2,
  /** Everything was as it has to be, and it failed: no encoder, no room, a ceiling that cannot be met. */
  failed: 3,
  interrupted: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
