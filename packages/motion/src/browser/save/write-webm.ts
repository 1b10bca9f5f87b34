import { ascii, joined, uint } from './bytes.ts';
import type { Packet, TrackFacts } from './muxer.ts';

/** EBML and Matroska (RFC 8794, RFC 9559) by the ids that a clip needs. */
const id = {
  ebml: 0x1a45dfa3,
  ebmlVersion: 0x4286,
  ebmlReadVersion: 0x42f7,
  ebmlMaxIdLength: 0x42f2,
  ebmlMaxSizeLength: 0x42f3,
  docType: 0x4282,
  docTypeVersion: 0x4287,
  docTypeReadVersion: 0x4285,
  segment: 0x18538067,
  info: 0x1549a966,
  timestampScale: 0x2ad7b1,
  duration: 0x4489,
  muxingApp: 0x4d80,
  writingApp: 0x5741,
  tracks: 0x1654ae6b,
  trackEntry: 0xae,
  trackNumber: 0xd7,
  trackUid: 0x73c5,
  trackType: 0x83,
  flagLacing: 0x9c,
  codecId: 0x86,
  defaultDuration: 0x23e383,
  maxBlockAdditionId: 0x55ee,
  video: 0xe0,
  pixelWidth: 0xb0,
  pixelHeight: 0xba,
  alphaMode: 0x53c0,
  colour: 0x55b0,
  matrix: 0x55b1,
  range: 0x55b9,
  transfer: 0x55ba,
  primaries: 0x55bb,
  cues: 0x1c53bb6b,
  cuePoint: 0xbb,
  cueTime: 0xb3,
  cueTrackPositions: 0xb7,
  cueTrack: 0xf7,
  cueClusterPosition: 0xf1,
  cluster: 0x1f43b675,
  timestamp: 0xe7,
  simpleBlock: 0xa3,
  blockGroup: 0xa0,
  block: 0xa1,
  referenceBlock: 0xfb,
  blockAdditions: 0x75a1,
  blockMore: 0xa6,
  blockAddId: 0xee,
  blockAdditional: 0xa5,
} as const;

type Name = keyof typeof id;

/** An element: its id, its length in eight bytes, its content. */
function element(name: Name, ...content: Uint8Array[]): Uint8Array {
  const code = id[name];
  const width = code > 0xffffff ? 4 : code > 0xffff ? 3 : code > 0xff ? 2 : 1;
  const length = content.reduce((sum, { byteLength }) => sum + byteLength, 0);
  return joined([uint(code, width), uint(1, 1), uint(length, 7), ...content]);
}
const number = (name: Name, value: number, width = 8) => element(name, uint(value, width));
const text = (name: Name, value: string) => element(name, ascii(value));
const float = (name: Name, value: number) => {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setFloat64(0, value);
  return element(name, bytes);
};
const BLOCK_ALPHA = 1;
const KEY = 0x80;

/**
 * A WebM file of one VP9 track, its index before its frames. Colours are tagged as BT.709 in limited range; alpha goes
 * along as a second picture of each frame.
 */
export function writeWebm(packets: readonly Packet[], { size, fps }: TrackFacts): Uint8Array<ArrayBuffer> {
  const header = element(
    'ebml',
    number('ebmlVersion', 1, 1),
    number('ebmlReadVersion', 1, 1),
    number('ebmlMaxIdLength', 4, 1),
    number('ebmlMaxSizeLength', 8, 1),
    text('docType', 'webm'),
    number('docTypeVersion', 4, 1),
    number('docTypeReadVersion', 2, 1),
  );
  const millisecond = (frame: number) => Math.round((frame * 1000) / fps);
  const transparent = packets.some(({ alpha }) => alpha);
  const info = element(
    'info',
    number('timestampScale', 1e6),
    float('duration', (packets.length * 1000) / fps),
    text('muxingApp', 'Animatic'),
    text('writingApp', 'Animatic'),
  );
  const tracks = element('tracks', trackEntry(size, fps, transparent));
  const clusters = clustersOf(packets).map((group) => {
    const start = millisecond(group[0]?.frame ?? 0);
    return {
      start,
      bytes: element(
        'cluster',
        number('timestamp', start),
        ...group.map((packet) => blockOf(packet, millisecond(packet.frame) - start)),
      ),
    };
  });
  const cuesFrom = (first: number) => {
    let at = first;
    const points = clusters.map(({ start, bytes }) => {
      const point = element(
        'cuePoint',
        number('cueTime', start),
        element('cueTrackPositions', number('cueTrack', 1, 1), number('cueClusterPosition', at)),
      );
      at += bytes.byteLength;
      return point;
    });
    return element('cues', ...points);
  };
  const before = info.byteLength + tracks.byteLength;
  const cues = cuesFrom(before + cuesFrom(0).byteLength);
  return joined([header, element('segment', info, tracks, cues, ...clusters.map(({ bytes }) => bytes))]);
}

function trackEntry({ width, height }: TrackFacts['size'], fps: number, transparent: boolean): Uint8Array {
  const colour = element(
    'colour',
    number('matrix', 1, 1),
    number('range', 1, 1),
    number('transfer', 1, 1),
    number('primaries', 1, 1),
  );
  return element(
    'trackEntry',
    number('trackNumber', 1, 1),
    number('trackUid', 1, 1),
    number('trackType', 1, 1),
    number('flagLacing', 0, 1),
    text('codecId', 'V_VP9'),
    number('defaultDuration', Math.round(1e9 / fps)),
    ...(transparent ? [number('maxBlockAdditionId', BLOCK_ALPHA, 1)] : []),
    element(
      'video',
      number('pixelWidth', width, 2),
      number('pixelHeight', height, 2),
      ...(transparent ? [number('alphaMode', 1, 1)] : []),
      colour,
    ),
  );
}

/** One cluster from key frame to key frame: where a player may begin. */
function clustersOf(packets: readonly Packet[]): Packet[][] {
  const groups: Packet[][] = [];
  for (const packet of packets) {
    const open = groups.at(-1);
    if (!open || packet.key) groups.push([packet]);
    else open.push(packet);
  }
  return groups;
}

function blockOf({ data, key, alpha }: Packet, at: number): Uint8Array {
  const head = (flags: number) => joined([uint(0x81, 1), uint(at, 2), uint(flags, 1)]);
  if (!alpha) return element('simpleBlock', head(key ? KEY : 0), data);
  return element(
    'blockGroup',
    element('block', head(0), data),
    element(
      'blockAdditions',
      element('blockMore', number('blockAddId', BLOCK_ALPHA, 1), element('blockAdditional', alpha)),
    ),
    // What is no key frame says that it needs the one before.
    ...(key ? [] : [element('referenceBlock', Uint8Array.of(0xff))]),
  );
}
