import { relative } from 'node:path';
import type { Terminal } from './terminal.ts';

export interface Welcome {
  /** The playground with its one-time sign-in; undefined where it is off. */
  playground: string | undefined;
  /** Where one signs in to see what one made. */
  signIn: string;
  /** Absolute path; undefined where the plugin is not built. */
  manifest: string | undefined;
  /** About models, a line each. */
  notes: readonly string[];
  publicUrl: string;
  dataDir: string;
  seconds: number;
}

/** Prints what a person needs to know once everything runs. */
export function printWelcome(terminal: Terminal, welcome: Welcome): void {
  const { style, print } = terminal;
  const label = (text: string) => style('dim', text.padEnd(12));
  const link = (text: string) => style(['cyan', 'underline'], text);
  print();
  print(`  ${style('bold', 'Animatic')} is ready  ${style('dim', `${welcome.seconds.toFixed(1)} s`)}`);
  print();
  if (welcome.playground) {
    print(`  ${label('Playground')}${link(welcome.playground)}`);
    print(`  ${label('')}${style('dim', 'Signs you in. It works once; the next start prints another.')}`);
  } else print(`  ${label('Sign in')}${link(welcome.signIn)}`);
  print();
  if (welcome.manifest) {
    print(`  ${label('Figma')}${welcome.manifest}`);
    const steps = [
      'Open any design file in the Figma desktop app.',
      'Menu → Plugins → Development → Import plugin from manifest…',
      'Choose the file above, then run Animatic from the same menu.',
    ];
    for (const [index, step] of steps.entries())
      print(`  ${label('')}${style('dim', `${index + 1}`)}  ${step}`);
    print();
  }
  for (const [index, note] of welcome.notes.entries()) {
    print(`  ${label(index === 0 ? 'Models' : '')}${note}`);
    if (index === welcome.notes.length - 1) print();
  }
  if (isLocal(welcome.publicUrl)) {
    print(
      `  ${label('Sharing')}A localhost link opens on this machine only. To show it to others, give Animatic`,
    );
    print(`  ${label('')}an address they can reach: PUBLIC_URL=https://animatic.example.com npm start`);
    print();
  }
}

/** Prints the sample's line, which comes last because the first start renders it. */
export function printSample(terminal: Terminal, link: string): void {
  const { style, print } = terminal;
  print(`  ${style('dim', 'Sample'.padEnd(12))}${style(['cyan', 'underline'], link)}`);
  print();
}

/** Prints the last lines: where things lie and how it ends. */
export function printFooter(terminal: Terminal, dataDir: string): void {
  const shown = relative(process.cwd(), dataDir);
  const folder = shown && !shown.startsWith('..') ? shown : dataDir;
  terminal.print(
    `  ${terminal.style('dim', `Everything is kept in ${folder}, logs in ${folder}/logs. Ctrl-C ends it.`)}`,
  );
  terminal.print();
}

function isLocal(url: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
}
