import { execFile } from 'node:child_process';

/** The oldest that reads a stranger's media: older ones get no repairs any more. */
export const OLDEST_FFMPEG = 5;

/** A maintained ffmpeg, or why there is none and what to do. */
export type FoundFfmpeg = { command: string; version: string } | { why: string };

const INSTALL = `Install ffmpeg ${OLDEST_FFMPEG} or newer (Debian and Ubuntu: apt-get install ffmpeg; macOS: brew install ffmpeg; Windows: winget install ffmpeg), or set FFMPEG_PATH to one, and start again.`;

/**
 * Looks for an ffmpeg that may decode what models made: the configured one, and nothing else where one is configured;
 * the one on the PATH otherwise. The one from npm is from 2018 and never taken.
 *
 * @param configured a path or a command's name
 * @example const found = await findFfmpeg(config.ffmpegPath); if ('why' in found) log.warn(found.why);
 */
export async function findFfmpeg(configured?: string): Promise<FoundFfmpeg> {
  const command = configured || 'ffmpeg';
  const where = configured ? `FFMPEG_PATH (${configured})` : 'the PATH';
  const words = await firstLine(command);
  if (words === null)
    return {
      why: configured
        ? `${where} is no program that answers as ffmpeg does. ${INSTALL}`
        : `There is no ffmpeg on ${where}. ${INSTALL}`,
    };
  const version = /^ffmpeg version (\S+)/.exec(words)?.[1];
  if (!version) return { why: `What ${where} leads to is not ffmpeg. ${INSTALL}` };
  const major = majorOf(version);
  if (major !== null && major < OLDEST_FFMPEG)
    return { why: `The ffmpeg of ${where} is ${version}, too old for media from outside. ${INSTALL}` };
  return { command, version };
}

/** Builds from the newest source are named by a commit (`N-109…`, `git-2024…`) and have no number to compare. */
function majorOf(version: string): number | null {
  const digits = /^n?(\d+)\./.exec(version)?.[1] ?? /^n?(\d{1,2})(?:$|-)/.exec(version)?.[1];
  return digits === undefined ? null : Number(digits);
}

function firstLine(command: string): Promise<string | null> {
  return new Promise((resolve) => {
    execFile(
      command,
      ['-hide_banner', '-version'],
      { timeout: 10_000, windowsHide: true, maxBuffer: 1024 * 1024 },
      (error, stdout) => resolve(error ? null : (stdout.split('\n')[0] ?? '')),
    );
  });
}
