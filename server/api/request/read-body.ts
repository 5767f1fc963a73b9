import { AppError } from "@/server/contract/errors";

/** Raw bytes of a request, counted while they come. AppError `request_too_large` as soon as there are too many. */
export async function readBody(request: Request, maxBytes: number): Promise<Uint8Array> {
  const declared = Number(request.headers.get("content-length") ?? 0);
  if (declared > maxBytes) throw new AppError("request_too_large", { max_bytes: maxBytes });
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await nextChunk(reader);
    if (done) return Buffer.concat(chunks, length);
    length += value.length;
    if (length > maxBytes) {
      await reader.cancel().catch(() => undefined);
      throw new AppError("request_too_large", { max_bytes: maxBytes });
    }
    chunks.push(value);
  }
}

async function nextChunk(reader: ReadableStreamDefaultReader<Uint8Array>) {
  try {
    return await reader.read();
  } catch {
    throw new AppError("malformed_request", { reason: "The body ended before it was complete." });
  }
}
