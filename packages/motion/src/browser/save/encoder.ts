/** Frames that may wait in the encoder: more would only fill memory. */
const QUEUE = 4;

export interface FrameEncoder {
  /** Encodes a frame and closes it; resolves once the encoder can take the next one. */
  encode(frame: VideoFrame, keyFrame: boolean): Promise<void>;
  /** What has come out, in the order of decoding. */
  taken(): readonly EncodedVideoChunk[];
  /** What a decoder must be given first, where the codec has that. */
  description(): Uint8Array | null;
  flush(): Promise<void>;
  close(): void;
}

/**
 * A browser's encoder that does not run ahead of what is written.
 *
 * @throws from `encode` and `flush` what the encoder failed with
 */
export function frameEncoder(config: VideoEncoderConfig): FrameEncoder {
  let failure: unknown;
  const chunks: EncodedVideoChunk[] = [];
  let description: Uint8Array | null = null;
  const encoder = new VideoEncoder({
    output(chunk, meta) {
      chunks.push(chunk);
      const given = meta?.decoderConfig?.description;
      if (given) description = copyOf(given);
    },
    error: (error) => {
      failure = error;
    },
  });
  encoder.configure(config);
  const check = () => {
    if (failure) throw failure;
  };
  return {
    async encode(frame, keyFrame) {
      try {
        check();
        encoder.encode(frame, { keyFrame });
      } finally {
        frame.close();
      }
      while (encoder.encodeQueueSize > QUEUE && !failure)
        await new Promise<void>((resolve) =>
          encoder.addEventListener('dequeue', () => resolve(), { once: true }),
        );
      check();
    },
    taken: () => chunks,
    description: () => description,
    async flush() {
      await encoder.flush();
      check();
    },
    close() {
      if (encoder.state !== 'closed') encoder.close();
    },
  };
}

function copyOf(source: AllowSharedBufferSource): Uint8Array {
  return ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength).slice()
    : new Uint8Array(source).slice();
}
