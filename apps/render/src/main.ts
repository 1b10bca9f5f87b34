import { FfmpegMissing, OutputTooLarge } from '@animatic/motion/node';
import { type Asked, readArguments, UsageError } from './arguments.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { helpText } from './help.ts';
import { type RenderContext, renderOnce, sourceOf } from './render-once.ts';
import { BadStoryboard } from './source/bad-storyboard.ts';
import { openStills } from './source/stills.ts';
import { schemaText } from './source/written-storyboard.ts';
import { changeOf } from './watch.ts';

/**
 * The whole command: reads the arguments, does what they ask, says what came of it.
 *
 * @returns what the process ends with
 * @example process.exitCode = await main(process.argv.slice(2), context);
 */
export async function main(args: readonly string[], context: RenderContext): Promise<ExitCode> {
  try {
    const asked = readArguments(args);
    if (asked.kind === 'help') context.stdout.write(helpText());
    else if (asked.kind === 'schema') context.stdout.write(schemaText());
    else if (asked.watch) await watchAndRender(asked, context);
    else await renderOnce(asked, context);
    return EXIT.done;
  } catch (error) {
    return tell(error, context);
  }
}

/** Renders, and again at each change, until it is interrupted. What is broken is told, and waits to be mended. */
async function watchAndRender(
  asked: Extract<Asked, { kind: 'render' }>,
  context: RenderContext,
): Promise<void> {
  const source = sourceOf(asked, context.cwd);
  let watched = new Set<string>();
  for (;;) {
    context.signal.throwIfAborted();
    const stills = openStills(source);
    const again = new AbortController();
    const signal = AbortSignal.any([context.signal, again.signal]);
    const rendered = renderOnce(asked, { ...context, signal }, stills).then(
      () => true,
      (error: unknown) => {
        if (!again.signal.aborted && !context.signal.aborted) tell(error, context);
        return false;
      },
    );
    // A change while it renders begins it anew; what is only found while rendering is watched from then on.
    const early = changeOf([source.path ?? '', ...watched], signal).then(
      (name) => {
        again.abort(new Error('changed'));
        return name;
      },
      () => undefined,
    );
    await Promise.race([rendered, early]);
    if (!again.signal.aborted) {
      await rendered;
      watched = new Set([...watched, ...stills.files]);
      if (!asked.quiet) context.stderr.write(`Waiting for changes of ${source.name}; Ctrl+C ends.\n`);
      again.abort(new Error('done'));
      const name = await changeOf([source.path ?? '', ...watched], context.signal);
      if (!asked.quiet) context.stderr.write(`\n${name} changed.\n`);
    } else {
      await rendered;
      if (!asked.quiet) context.stderr.write(`\n${await early} changed.\n`);
    }
  }
}

/** Says what went wrong, in one place for all: people read it, pipelines go by the code. */
function tell(error: unknown, { stderr, signal }: RenderContext): ExitCode {
  if (signal.aborted) return EXIT.interrupted;
  if (error instanceof UsageError) {
    stderr.write(`${error.message}\nnpm run render -- --help says what can be asked for.\n`);
    return EXIT.usage;
  }
  const words = error instanceof Error ? error.message : String(error);
  stderr.write(`${words}\n`);
  if (error instanceof BadStoryboard) return EXIT.badInput;
  const isExpected = error instanceof FfmpegMissing || error instanceof OutputTooLarge;
  if (!isExpected && error instanceof Error && error.cause) stderr.write(`  ${String(error.cause)}\n`);
  return EXIT.failed;
}
