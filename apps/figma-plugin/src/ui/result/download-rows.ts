import type { Take, TakeFile, TakeFileKind } from '@animatic/schema';
import { fileName } from '../flow/file-name.ts';
import { bytes } from '../parts/units.ts';

/** One thing that can be downloaded, or says why it cannot. */
export interface DownloadRow {
  key: string;
  name: string;
  /** Size, and what was lowered. */
  detail: string;
  /** What the browser saves it as. */
  saveAs: string;
  /** The take's clip, or one of its files; null where there is nothing to fetch. */
  what: 'clip' | TakeFile | null;
}

/** The rows of one take. */
export interface DownloadGroup {
  take: Take;
  /** `9:16 · 1080 × 1920`. */
  heading: string;
  rows: DownloadRow[];
}

const words: Record<TakeFileKind, string> = {
  webm: 'WebM',
  gif: 'GIF',
  png: 'PNG frames',
  sprites: 'Thumbnails',
  'sprites.vtt': 'Map of the thumbnails',
};
const ORDER: readonly TakeFileKind[] = ['gif', 'webm', 'png', 'sprites', 'sprites.vtt'];

/** Everything that a render came out as, take after take. */
export function downloadGroups(takes: readonly Take[], title: string): DownloadGroup[] {
  return takes.map((take) => {
    const { aspect, width, height } = take;
    const size = `${width} × ${height}`;
    const shape = aspect && aspect !== 'frame' ? ` ${aspect.replace(':', 'x')}` : '';
    const files = [...(take.files ?? [])].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
    return {
      take,
      heading: aspect && aspect !== 'frame' ? `${aspect} · ${size}` : size,
      rows: [
        {
          key: 'clip',
          name: 'MP4',
          detail: bytes(take.bytes),
          saveAs: `${fileName(title)}${shape}.mp4`,
          what: 'clip',
        },
        ...files.map(
          (file): DownloadRow => ({
            key: file.kind,
            name: words[file.kind],
            detail: [file.url === null ? 'Not made' : bytes(file.bytes), file.note]
              .filter(Boolean)
              .join(' · '),
            saveAs: file.name,
            what: file.url === null ? null : file,
          }),
        ),
      ],
    };
  });
}
