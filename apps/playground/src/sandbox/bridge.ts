import { type Packed, pack, type Reference, unpack } from './transfer.ts';

/** Begins an answer that is an error: no JSON text begins with it. */
export const FAILED = '!';

/** What the page puts into the VM before anything else runs; taken away again before the plugin's code runs. */
export interface RawBridge {
  /** Does something at once: JSON and bytes in, JSON out, or the error's words after `FAILED`. */
  call(operation: string, json: string, buffers: ArrayBuffer[]): string;
  /** Reads a node's property: what `call` does, without the wrapping, because plugins read thousands. */
  read(nodeId: string, property: string): string;
  /** Reads the properties that plugins read most, at once: JSON of an object from names to the texts that `read` gives. */
  readOften(nodeId: string): string;
  /** Begins something; the page later calls `settle` with the ticket. */
  start(operation: string, ticket: number, json: string, buffers: ArrayBuffer[]): void;
  /** Hands the page the functions by which it speaks into the VM. */
  ready(entry: SandboxEntry): void;
}

/** What the page calls in the VM. */
export interface SandboxEntry {
  settle(ticket: number, ok: boolean, json: string, buffers: ArrayBuffer[]): void;
  dispatch(event: string, json: string, buffers: ArrayBuffer[]): void;
}

export interface Bridge {
  call(operation: string, ...args: unknown[]): unknown;
  read(nodeId: string, property: string): unknown;
  start(operation: string, ...args: unknown[]): Promise<unknown>;
  settle: SandboxEntry['settle'];
  /** The page has entered the VM: what was read before may have changed. */
  entered(): void;
  unpackFromPage(json: string, buffers: ArrayBuffer[]): unknown;
}

/** Calls that change nothing that was read. */
const HARMLESS: ReadonlySet<string> = new Set([
  'node.type',
  'node.findAll',
  'node.findOne',
  'node.findChildren',
  'node.findChild',
  'node.findAllWithCriteria',
  'node.getPluginData',
  'node.getStyledTextSegments',
  'currentPage',
  'root',
  'console',
]);

interface References {
  of(value: object): Reference | undefined;
  resolve(reference: Reference): unknown;
}

/** Wraps the page's two raw functions into calls with values, errors and promises. */
export function createBridge(raw: RawBridge, references: References): Bridge {
  // What has been read of a node holds until something may have changed: the next entry into the VM, the next call.
  const often = new Map<string, Record<string, string>>();
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let nextTicket = 1;

  const packArguments = (operation: string, args: unknown[]): Packed => {
    try {
      return pack(args, references.of);
    } catch (error) {
      throw new TypeError(
        `in ${operation.split('.').at(-1)}: ${error instanceof Error ? error.message : error}`,
      );
    }
  };

  const unpackFromPage = (json: string, buffers: ArrayBuffer[]): unknown =>
    unpack(
      json,
      buffers.map((buffer) => new Uint8Array(buffer)),
      references.resolve,
    );

  const answerOf = (text: string): unknown => {
    if (text.startsWith(FAILED)) throw new Error(text.slice(FAILED.length));
    return unpack(text, [], references.resolve);
  };

  return {
    call(operation, ...args) {
      if (!HARMLESS.has(operation)) often.clear();
      const packed = packArguments(operation, args);
      return answerOf(raw.call(operation, packed.json, packed.buffers.map(wholeBuffer)));
    },
    read(nodeId, property) {
      let texts = often.get(nodeId);
      if (!texts) {
        texts = JSON.parse(raw.readOften(nodeId)) as Record<string, string>;
        often.set(nodeId, texts);
      }
      return answerOf(texts[property] ?? raw.read(nodeId, property));
    },
    entered: () => often.clear(),
    start(operation, ...args) {
      return new Promise((resolve, reject) => {
        const packed = packArguments(operation, args);
        const ticket = nextTicket++;
        waiting.set(ticket, { resolve, reject });
        raw.start(operation, ticket, packed.json, packed.buffers.map(wholeBuffer));
      });
    },
    settle(ticket, ok, json, buffers) {
      often.clear();
      const promise = waiting.get(ticket);
      waiting.delete(ticket);
      if (ok) promise?.resolve(unpackFromPage(json, buffers));
      else promise?.reject(new Error(JSON.parse(json)));
    },
    unpackFromPage,
  };
}

/** The bytes as one ArrayBuffer; without a copy where the array covers its buffer, as exported images do. */
function wholeBuffer(bytes: Uint8Array): ArrayBuffer {
  const { buffer, byteOffset, byteLength } = bytes;
  if (byteOffset === 0 && byteLength === buffer.byteLength) return buffer as ArrayBuffer;
  return buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
}
