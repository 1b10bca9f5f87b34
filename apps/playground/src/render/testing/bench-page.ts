import {
  createFontLoader,
  createRenderer,
  type ExportOptions,
  type Renderer,
  type RestDocument,
} from '../index.ts';

/** What a test asks of the page: the renderer's own functions, with plain data on both sides. */
export interface BenchPage {
  open(document: RestDocument, imagesBase64: Readonly<Record<string, string>>): Promise<void>;
  /** The picture as base64, and how long it took, ms. */
  picture(
    nodeId: string,
    options: ExportOptions,
  ): Promise<{ base64: string; width: number; height: number; ms: number }>;
  /** Straight RGBA of a picture: [r, g, b, a] at each place asked for, device pixels. */
  pixels(
    nodeId: string,
    options: ExportOptions,
    places: readonly (readonly [number, number])[],
  ): Promise<number[][]>;
  bounds(nodeId: string): { x: number; y: number; width: number; height: number };
  /**
   * Exports each child alone and lays them over one another at their places, in order, over the frame without
   * children; compares with the frame's own export.
   */
  reassemble(
    frameId: string,
    ground: RestDocument,
    childIds: readonly string[],
    scale: number,
  ): Promise<{ over2: number; worst: number; at: [number, number] }>;
}

declare global {
  interface Window {
    bench: BenchPage;
  }
}

const toBytes = (base64: string) => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));

async function toBase64(bytes: Uint8Array): Promise<string> {
  const reader = new FileReader();
  const read = new Promise<string>((resolve) => {
    reader.onload = () => resolve(String(reader.result));
  });
  reader.readAsDataURL(new Blob([new Uint8Array(bytes)]));
  return (await read).split(',')[1] ?? '';
}

let renderer: Renderer | undefined;
let images: Readonly<Record<string, string>> = {};

async function make(document: RestDocument): Promise<Renderer> {
  return createRenderer({
    document,
    images: async (ref) => (images[ref] === undefined ? undefined : toBytes(images[ref])),
    fonts: createFontLoader('/fonts/', globalThis.document.fonts),
  });
}

function opened(): Renderer {
  if (!renderer) throw new Error('Open a document first.');
  return renderer;
}

async function decode(bytes: Uint8Array): Promise<ImageBitmap> {
  return createImageBitmap(new Blob([new Uint8Array(bytes)]));
}

function contextOf(width: number, height: number): OffscreenCanvasRenderingContext2D {
  const ctx = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!ctx) throw new Error('No 2D canvas.');
  return ctx;
}

globalThis.window.bench = {
  async open(document, imagesBase64) {
    images = imagesBase64;
    renderer = await make(document);
  },
  async picture(nodeId, options) {
    const from = performance.now();
    const { bytes, width, height } = await opened().exportNode(nodeId, options);
    const ms = performance.now() - from;
    return { base64: await toBase64(bytes), width, height, ms };
  },
  async pixels(nodeId, options, places) {
    const { bytes, width, height } = await opened().exportNode(nodeId, options);
    const ctx = contextOf(width, height);
    ctx.drawImage(await decode(bytes), 0, 0);
    return places.map(([x, y]) => [...ctx.getImageData(x, y, 1, 1).data]);
  },
  bounds: (nodeId) => opened().renderBounds(nodeId),
  async reassemble(frameId, ground, childIds, scale) {
    const how: ExportOptions = { format: 'PNG', scale, contentsOnly: true, useAbsoluteBounds: false };
    const whole = await opened().exportNode(frameId, how);
    const from = opened().renderBounds(frameId);
    const expected = contextOf(whole.width, whole.height);
    expected.drawImage(await decode(whole.bytes), 0, 0);
    const built = contextOf(whole.width, whole.height);
    const groundRenderer = await make(ground);
    built.drawImage(await decode((await groundRenderer.exportNode(frameId, how)).bytes), 0, 0);
    for (const id of childIds) {
      const b = opened().renderBounds(id);
      if (!(b.width > 0 && b.height > 0)) continue;
      const { bytes } = await opened().exportNode(id, how);
      const x = (Math.floor(b.x) - Math.floor(from.x)) * scale;
      const y = (Math.floor(b.y) - Math.floor(from.y)) * scale;
      built.drawImage(await decode(bytes), x, y);
    }
    const a = expected.getImageData(0, 0, whole.width, whole.height).data;
    const b = built.getImageData(0, 0, whole.width, whole.height).data;
    let over2 = 0;
    let worst = 0;
    let at: [number, number] = [0, 0];
    for (let i = 0; i < a.length; i += 4) {
      let most = 0;
      for (let c = 0; c < 4; c++) most = Math.max(most, Math.abs(a[i + c]! - b[i + c]!));
      if (most > 2) over2++;
      if (most > worst) {
        worst = most;
        at = [(i / 4) % whole.width, Math.floor(i / 4 / whole.width)];
      }
    }
    return { over2: over2 / (a.length / 4), worst, at };
  },
};
