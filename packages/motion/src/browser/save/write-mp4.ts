import { ascii, joined, uint } from './bytes.ts';
import type { Packet, TrackFacts } from './muxer.ts';

/** Ticks a frame: the file counts time in whole ticks, so that no rate is rounded. */
const TICKS = 512;
/** The same picture, neither turned nor moved: 16.16 and 2.30 fixed point. */
const UNITY = [0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000];

function box(type: string, ...content: Uint8Array[]): Uint8Array {
  const size = content.reduce((sum, { byteLength }) => sum + byteLength, 8);
  return joined([uint(size, 4), ascii(type), ...content]);
}
const full = (type: string, flags: number, version: number, ...content: Uint8Array[]) =>
  box(type, uint(version, 1), uint(flags, 3), ...content);
const u16 = (...values: number[]) => joined(values.map((value) => uint(value, 2)));
const u32 = (...values: number[]) => {
  const bytes = new Uint8Array(values.length * 4);
  const view = new DataView(bytes.buffer);
  for (const [index, value] of values.entries()) view.setUint32(index * 4, value);
  return bytes;
};

/**
 * An MP4 file (ISO 14496-12 and -15) of one H.264 track, its index first, so that it plays while it loads. Colours are
 * tagged as BT.709 in limited range.
 *
 * @throws Error without the encoder's description, or above 4 GB
 */
export function writeMp4(
  packets: readonly Packet[],
  { size, fps, description }: TrackFacts,
): Uint8Array<ArrayBuffer> {
  if (!description)
    throw new Error('the encoder did not describe its H.264: this browser cannot save an MP4');
  const brands = box('ftyp', ascii('isom'), u32(512), ascii('isomiso2avc1mp41'));
  const bytes = packets.reduce((sum, { data }) => sum + data.byteLength, 0);
  if (bytes > 0xffff0000) throw new Error('the clip is larger than 4 GB: save it shorter or smaller');
  const index = (offset: number) =>
    box('moov', movieHeader(packets.length, fps), track(packets, { size, fps, description }, offset));
  const head = brands.byteLength + index(0).byteLength + 8;
  const media = [uint(bytes + 8, 4), ascii('mdat')];
  return joined([brands, index(head), ...media, ...packets.map(({ data }) => data)]);
}

function movieHeader(frames: number, fps: number): Uint8Array {
  const duration = frames * TICKS;
  return full(
    'mvhd',
    0,
    0,
    u32(0, 0, fps * TICKS, duration, 0x10000),
    u16(0x100, 0),
    u32(0, 0, ...UNITY),
    u32(0, 0, 0, 0, 0, 0, 2),
  );
}

function track(
  packets: readonly Packet[],
  { size, fps, description }: TrackFacts & { description: Uint8Array },
  offset: number,
): Uint8Array {
  const duration = packets.length * TICKS;
  const header = full(
    'tkhd',
    3,
    0,
    u32(0, 0, 1, 0, duration, 0, 0),
    u16(0, 0, 0, 0),
    u32(...UNITY, size.width * 0x10000, size.height * 0x10000),
  );
  const media = box(
    'mdia',
    // The language “und”, as three letters of five bits.
    full('mdhd', 0, 0, u32(0, 0, fps * TICKS, duration), u16(0x55c4, 0)),
    full('hdlr', 0, 0, u32(0), ascii('vide'), u32(0, 0, 0), ascii('VideoHandler\0')),
    box(
      'minf',
      full('vmhd', 1, 0, u16(0, 0, 0, 0)),
      box('dinf', full('dref', 0, 0, u32(1), full('url ', 1, 0))),
      samples(packets, avc1(size, description), offset),
    ),
  );
  return box('trak', header, media);
}

function avc1({ width, height }: TrackFacts['size'], description: Uint8Array): Uint8Array {
  return box(
    'avc1',
    u16(0, 0, 0, 1),
    u32(0, 0, 0, 0),
    u16(width, height),
    u32(0x480000, 0x480000, 0),
    u16(1),
    new Uint8Array(32),
    u16(24, 0xffff),
    box('avcC', description),
    box('colr', ascii('nclx'), u16(1, 1, 1), uint(0, 1)),
    box('pasp', u32(1, 1)),
  );
}

function samples(packets: readonly Packet[], description: Uint8Array, offset: number): Uint8Array {
  const keys = packets.flatMap(({ key }, index) => (key ? [index + 1] : []));
  const late = packets.map(({ frame }, index) => (frame - index) * TICKS);
  return box(
    'stbl',
    full('stsd', 0, 0, u32(1), description),
    full('stts', 0, 0, u32(1, packets.length, TICKS)),
    full('stss', 0, 0, u32(keys.length, ...keys)),
    // Frames that are decoded in another order than they are shown; signed, so that no edit list is needed.
    ...(late.some((by) => by !== 0)
      ? [full('ctts', 0, 1, u32(late.length, ...late.flatMap((by) => [1, by >>> 0])))]
      : []),
    full('stsc', 0, 0, u32(1, 1, packets.length, 1)),
    full('stsz', 0, 0, u32(0, packets.length, ...packets.map(({ data }) => data.byteLength))),
    full('stco', 0, 0, u32(1, offset)),
  );
}
