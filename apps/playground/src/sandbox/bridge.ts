import { type Packed, pack, type Reference, unpack } from './transfer.ts';

/** What the page puts into the VM before anything else runs; taken away again before the plugin's code runs. */
export interface RawBridge {
  /** Does something at once: JSON and bytes in, JSON of `{ value }` or `{ error }` out. */
  call(operation: string, json: string, buffers: ArrayBuffer[]): string;
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
  start(operation: string, ...args: unknown[]): Promise<unknown>;
  settle: SandboxEntry['settle'];
  unpackFromPage(json: string, buffers: ArrayBuffer[]): unknown;
}

interface References {
  of(value: object): Reference | undefined;
  resolve(reference: Reference): unknown;
}

/** Wraps the page's two raw functions into calls with values, errors and promises. */
export function createBridge(raw: RawBridge, references: References): Bridge {
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

  return {
    call(operation, ...args) {
      const packed = packArguments(operation, args);
      const answer = JSON.parse(raw.call(operation, packed.json, packed.buffers.map(wholeBuffer)));
      if (answer.error !== undefined) throw new Error(answer.error);
      return unpack(answer.json, [], references.resolve);
    },
    start(operation, ...args) {
      return new Promise((resolve, reject) => {
        const packed = packArguments(operation, args);
        const ticket = nextTicket++;
        waiting.set(ticket, { resolve, reject });
        raw.start(operation, ticket, packed.json, packed.buffers.map(wholeBuffer));
      });
    },
    settle(ticket, ok, json, buffers) {
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
