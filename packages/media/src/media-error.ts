export const mediaErrorCodes = [
  'hash_mismatch',
  'too_large',
  'disk_full',
  'not_an_image',
  'image_type',
  'image_too_large',
  'image_broken',
  'not_a_video',
  'video_kind',
  'video_broken',
  'video_differs',
  'video_unreadable',
] as const;
export type MediaErrorCode = (typeof mediaErrorCodes)[number];

/** Why a file was not taken, in words for people. */
export class MediaError extends Error {
  readonly code: MediaErrorCode;
  readonly allowed: string | undefined;

  constructor(code: MediaErrorCode, message: string, allowed?: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'MediaError';
    this.code = code;
    this.allowed = allowed;
  }
}
