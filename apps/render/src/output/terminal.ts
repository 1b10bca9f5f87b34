/** Where words go: a terminal, a log, or a test. */
export interface Terminal {
  write(text: string): void;
  /** Whether lines can be written over. */
  isTTY: boolean;
  columns: number;
}

/** @example terminalOf(process.stderr) */
export const terminalOf = (stream: NodeJS.WriteStream): Terminal => ({
  write: (text) => void stream.write(text),
  isTTY: stream.isTTY === true,
  get columns() {
    return stream.columns ?? 80;
  },
});
