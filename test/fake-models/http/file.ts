/** A file whole, with its length: a truncated one says the length that it has. */
export function fileResponse(type: string, bytes: Uint8Array<ArrayBuffer>): Response {
  return new Response(bytes, {
    headers: { 'content-type': type, 'content-length': String(bytes.byteLength) },
  });
}
