import { MissingStillError } from '@animatic/engines';
import { MediaError } from '@animatic/media';
import { type Storyboard, StoryboardVersionError, stillsOf } from '@animatic/schema';
import { DecoderMissing, MissingFootageError } from './footage/made-footage.ts';

export interface Failure {
  code: string;
  /** For the designer: what happened and what to do. */
  message: string;
  /** Trying again would end the same way. */
  final: boolean;
}

/** Thrown by the worker's own watchdog. */
export class StalledError extends Error {
  override name = 'StalledError';
}

/**
 * Says in a designer's words why a render failed. What is not known here gets a plain sentence; the details are in the
 * worker's log.
 *
 * @param board names the frames; absent where it is the board that cannot be read
 * @example describeFailure(error, board).message // 'The picture of “Checkout” is missing on the server. …'
 */
export function describeFailure(error: unknown, board: Storyboard | undefined): Failure {
  const chain = causes(error);
  const code = chain.map((link) => ('code' in link ? String(link.code) : '')).find(Boolean) ?? '';
  const names = chain.map((link) => link.name);
  const words = chain.map((link) => link.message).join(' ');

  if (error instanceof StoryboardVersionError)
    return {
      code: 'storyboard_version',
      message:
        'This storyboard was saved by another version of Animatic than the one that draws it. Update the server, then render again.',
      // While a server is being updated, the next worker may be a newer one.
      final: false,
    };
  const missing = chain.find((link) => link instanceof MissingStillError);
  if (missing instanceof MissingStillError)
    return {
      code: 'missing_still',
      message: `The picture of ${whose(board, missing.hash)} is missing on the server. Capture that frame again and render.`,
      final: true,
    };
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'disk_full' || /no space left/i.test(words))
    return {
      code: 'disk_full',
      message: 'The server’s disk is full. Free some space there, then render again.',
      final: false,
    };
  const unreadable = chain.find((link) => link.name === 'StillUnreadable');
  if (unreadable)
    return {
      code: 'unreadable_still',
      message: `The picture of ${whose(board, 'hash' in unreadable ? String(unreadable.hash) : '')} cannot be read. Capture that frame again and render.`,
      final: true,
    };
  const gone = chain.find((link) => link instanceof MissingFootageError);
  if (gone instanceof MissingFootageError)
    return {
      code: 'missing_footage',
      message: `The footage of ${named(board?.shots.find(({ id }) => id === gone.shot))} is missing on the server. Make that shot again with a new take, then render.`,
      final: true,
    };
  const undecoded = chain.find((link) => link instanceof DecoderMissing);
  if (undecoded) return { code: 'decoder_missing', message: undecoded.message, final: true };
  if (chain.some((link) => link instanceof MediaError && aboutVideo(link)))
    return {
      code: 'unreadable_footage',
      message:
        'The footage of a generated shot cannot be read. Make that shot again with a new take, then render.',
      final: false,
    };
  if (names.includes('FfmpegMissing'))
    return {
      code: 'encoder_missing',
      message: 'The server has no video encoder. Install ffmpeg there or set FFMPEG_PATH, then render again.',
      final: true,
    };
  if (names.includes('StalledError') || names.includes('TimeoutError'))
    return {
      code: 'timed_out',
      message:
        'The server stopped making progress on this clip. Render again; if it happens again, try fewer layers or 720p.',
      final: false,
    };
  return {
    code: 'render_failed',
    message:
      'Something went wrong on the server while drawing this clip. Render again; if it happens again, its log says more.',
    final: false,
  };
}

/** Ended too many workers for it to be chance. */
export const workersLost: Failure = {
  code: 'workers_lost',
  message:
    'The server broke off while drawing this clip, again and again. Try fewer layers or 720p, then render again.',
  final: true,
};

function causes(error: unknown): Error[] {
  const chain: Error[] = [];
  for (let at = error; at instanceof Error && !chain.includes(at); at = at.cause) chain.push(at);
  return chain;
}

function whose(board: Storyboard | undefined, hash: string): string {
  const shot = board?.shots.find((shot) => stillsOf({ shots: [shot] }).includes(hash));
  return shot ? named(shot) : 'one frame';
}

const aboutVideo = ({ code }: MediaError): boolean => code === 'not_a_video' || code.startsWith('video_');

function named(shot: Storyboard['shots'][number] | undefined): string {
  return shot ? `“${shot.caption.title || shot.source.name}”` : 'one shot';
}
