/** What the environment says. */
export interface Config {
  /** Where the user stood: npm runs scripts in the project's own folder, and says here where it was called. */
  cwd: string;
  /** An ffmpeg; the one on PATH, then the one from npm, without it. */
  ffmpeg: string | undefined;
  /** Whether npm started this: it hands signals to a shell between, which dies of them without a word. */
  isUnderNpm: boolean;
}

/** Reads the environment, the only place of this app that does. */
export function loadConfig(environment: Record<string, string | undefined> = process.env): Config {
  return {
    cwd: environment.INIT_CWD || process.cwd(),
    ffmpeg: environment.FFMPEG_PATH || undefined,
    isUnderNpm: environment.npm_lifecycle_event !== undefined,
  };
}
