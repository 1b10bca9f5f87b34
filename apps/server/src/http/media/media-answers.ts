import { problemAnswers } from '../core/api.ts';

const bytes = { type: 'string' as const, format: 'binary' };
const header = (description: string) => ({ description, schema: { type: 'string' as const } });
const revalidated = {
  ETag: header('The hash of the whole file: send it as If-None-Match or If-Range'),
  'Accept-Ranges': header('bytes'),
};

type MediaType =
  | 'video/mp4'
  | 'video/webm'
  | 'image/png'
  | 'image/jpeg'
  | 'image/gif'
  | 'image/webp'
  | 'application/zip'
  | 'text/vtt';

/** What `serveMedia` answers, for a route's `responses`. */
export function mediaAnswers(...types: MediaType[]) {
  const content = Object.fromEntries(types.map((type) => [type, { schema: bytes }]));
  return {
    200: { description: 'The file', content, headers: revalidated },
    206: {
      description: 'The part that Range asked for',
      content,
      headers: { ...revalidated, 'Content-Range': header('bytes first-last/all') },
    },
    304: { description: 'Not changed since the ETag in If-None-Match', headers: revalidated },
    416: {
      ...problemAnswers.default,
      description: 'Range lies past the end',
      headers: { 'Content-Range': header('bytes */all') },
    },
    ...problemAnswers,
  };
}
