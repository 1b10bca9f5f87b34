/** Codes of a GIF are at most 12 bits. */
const MOST_CODES = 4096;
/** A power of two well above the codes, so that places are found at once. */
const PLACES = 1 << 14;

/**
 * Packs palette indexes as GIF does: variable-length LZW of 8-bit symbols, in blocks of at most 255 bytes (GIF89a,
 * 22 and appendix F). One coder may be used for any number of pictures.
 *
 * @example const packed = createLzw().pack(indexes);
 */
export function createLzw(): { pack(indexes: Uint8Array): Uint8Array } {
  const keys = new Int32Array(PLACES);
  const codes = new Int16Array(PLACES);
  let out = new Uint8Array(1 << 16);
  let length = 0;
  let bits = 0;
  let held = 0;
  let block = 0;
  const put = (byte: number) => {
    if (length + 2 >= out.length) {
      const larger = new Uint8Array(out.length * 2);
      larger.set(out);
      out = larger;
    }
    if (length - block === 256) open();
    out[length++] = byte;
    out[block] = length - block - 1;
  };
  const open = () => {
    block = length;
    out[length++] = 0;
  };
  const emit = (code: number, width: number) => {
    bits |= code << held;
    held += width;
    while (held >= 8) {
      put(bits & 0xff);
      bits >>>= 8;
      held -= 8;
    }
  };
  return {
    pack(indexes) {
      length = bits = held = 0;
      const clear = 256;
      let next = clear + 2;
      let width = 9;
      out[length++] = 8;
      open();
      keys.fill(-1);
      emit(clear, width);
      let prefix = indexes[0] ?? 0;
      for (let at = 1; at < indexes.length; at++) {
        const symbol = indexes[at] ?? 0;
        const key = (prefix << 8) | symbol;
        let place = ((key * 0x9e3779b1) >>> 18) & (PLACES - 1);
        while (keys[place] !== -1 && keys[place] !== key) place = (place + 1) & (PLACES - 1);
        if (keys[place] === key) {
          prefix = codes[place] ?? 0;
          continue;
        }
        emit(prefix, width);
        prefix = symbol;
        if (next < MOST_CODES) {
          if (next === 1 << width) width++;
          keys[place] = key;
          codes[place] = next++;
        } else {
          emit(clear, width);
          keys.fill(-1);
          next = clear + 2;
          width = 9;
        }
      }
      emit(prefix, width);
      emit(clear + 1, next === 1 << width && width < 12 ? width + 1 : width);
      if (held > 0) put(bits & 0xff);
      // A block of no bytes ends the picture; the last one may have stayed empty by itself.
      if (length - block > 1) out[length++] = 0;
      return out.slice(0, length);
    },
  };
}
