import type { WriteStream } from 'node:tty';
import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

/** Calm words on a terminal; plain lines where nobody looks at it. */
export interface Terminal {
  style(style: Style, text: string): string;
  print(text?: string): void;
  /** A line that is written over by the next one; where that cannot be, it is printed only if it `matters`. */
  status(text: string, matters?: boolean): void;
  /** One line on the error output. */
  complain(text: string): void;
}

interface Streams {
  out: Pick<WriteStream, 'write'> & { isTTY?: boolean };
  error: Pick<WriteStream, 'write'>;
}

/** @example const terminal = openTerminal(); terminal.status('Starting the database'); */
export function openTerminal(streams: Streams = { out: process.stdout, error: process.stderr }): Terminal {
  const live = streams.out.isTTY === true;
  let open = false;
  const clear = () => {
    if (open) streams.out.write('\r\x1b[2K');
    open = false;
  };
  return {
    // styleText looks at NO_COLOR, FORCE_COLOR and whether the stream is a terminal.
    style: (style, text) => (live ? styleText(style, text) : text),
    print(text = '') {
      clear();
      streams.out.write(`${text}\n`);
    },
    status(text, matters = false) {
      clear();
      if (live) {
        streams.out.write(`  ${styleText('dim', text)}`);
        open = true;
      } else if (matters) streams.out.write(`${text}\n`);
    },
    complain(text) {
      clear();
      streams.error.write(`${live ? styleText('red', 'Animatic:') : 'Animatic:'} ${text}\n`);
    },
  };
}

/** `▇▇▇▇░░░░ 48 %` */
export function bar(share: number, width = 24): string {
  const full = Math.round(share * width);
  return `${'━'.repeat(full)}${'─'.repeat(width - full)} ${Math.round(share * 100)} %`;
}
