/** A running 64-bit hash of text (two lanes of FNV-1a with different primes): tells changes, keeps no secrets. */
export interface RunningHash {
  add(text: string): void;
  /** 16 hexadecimal digits. */
  digest(): string;
}

export function createHash(): RunningHash {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  return {
    add(text) {
      for (let index = 0; index < text.length; index += 1) {
        const code = text.charCodeAt(index);
        a = Math.imul(a ^ code, 0x01000193);
        b = Math.imul(b ^ code, 0x85ebca6b);
        b ^= b >>> 13;
      }
      // Parts stay apart: 'ab','c' is not 'a','bc'.
      a = Math.imul(a ^ 0x1f, 0x01000193);
      b = Math.imul(b ^ 0x1f, 0xc2b2ae35);
    },
    digest: () => hex(a) + hex(b),
  };
}

function hex(lane: number): string {
  return (lane >>> 0).toString(16).padStart(8, '0');
}
