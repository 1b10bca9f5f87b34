import { spawnSync } from 'node:child_process';
import { accessSync, chmodSync, constants } from 'node:fs';
import { createRequire } from 'node:module';

/** No ffmpeg that encodes H.264 was found; the message says where it was looked for and what to do. */
export class FfmpegMissing extends Error {
  override name = 'FfmpegMissing';
}

/**
 * Finds an ffmpeg with x264: the configured one, the one on the PATH, the one that npm brought.
 *
 * @param configured a path or a command's name; where it is given, nothing else is tried
 * @throws FfmpegMissing
 */
export function locateFfmpeg(configured?: string): string {
  if (configured) {
    if (encodesH264(configured)) return configured;
    throw new FfmpegMissing(
      `${configured} is not an ffmpeg with libx264: set the path of one, or unset it to use the bundled one`,
    );
  }
  if (encodesH264('ffmpeg')) return 'ffmpeg';
  const bundled = bundledFfmpeg();
  if (bundled && encodesH264(bundled)) return bundled;
  throw new FfmpegMissing(
    'no ffmpeg with libx264 on the PATH, and npm brought none for this platform: install ffmpeg or configure its path',
  );
}

function bundledFfmpeg(): string | null {
  const require = createRequire(import.meta.url);
  let path: unknown;
  try {
    ({ path } = require('@ffmpeg-installer/ffmpeg'));
  } catch {
    return null;
  }
  if (typeof path !== 'string') return null;
  try {
    accessSync(path, constants.X_OK);
  } catch {
    // npm's install scripts may be off, and then nobody has made the file executable.
    try {
      chmodSync(path, 0o755);
    } catch {
      return null;
    }
  }
  return path;
}

function encodesH264(command: string): boolean {
  const { status, stdout } = spawnSync(command, ['-hide_banner', '-h', 'encoder=libx264'], {
    encoding: 'utf8',
    timeout: 10_000,
    windowsHide: true,
  });
  return status === 0 && stdout.includes('libx264');
}
