import { loadConfig } from './config.ts';
import { EXIT } from './exit-codes.ts';
import { main } from './main.ts';
import { terminalOf } from './output/terminal.ts';

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    // The second time means: at once.
    if (stop.signal.aborted) process.exit(EXIT.interrupted);
    stop.abort(new Error('interrupted'));
  });
// A pipe whose reader has gone is no fault of the render.
process.stdout.on('error', () => undefined);

const config = loadConfig();
if (config.isUnderNpm) {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stop.abort(new Error('interrupted')), 300).unref();
}

process.exitCode = await main(process.argv.slice(2), {
  ...config,
  stdout: terminalOf(process.stdout),
  stderr: terminalOf(process.stderr),
  signal: stop.signal,
});
