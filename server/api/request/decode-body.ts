import { bodyShape } from "@/server/api/request/body-shape";
import { readMultipart } from "@/server/api/request/read-multipart";
import type { Endpoint } from "@/server/contract/endpoint";
import { AppError } from "@/server/contract/errors";

/** Bytes → the value that the endpoint's schema parses. Pictures in file parts stay bytes, in JSON they are base64. */
export type BodyDecoder = (contentType: string | null, bytes: Uint8Array) => Promise<unknown>;

/** AppError: malformed_request (not JSON, not multipart), unsupported_content_type. */
export function bodyDecoder(endpoint: Endpoint): BodyDecoder {
  const shape = bodyShape(endpoint);
  return async (contentType, bytes) => {
    if (bytes.length === 0) return {};
    const type = (contentType ?? "").split(";")[0].trim().toLowerCase();
    if (type === "application/json") return readJson(bytes);
    if (type === "multipart/form-data") return readMultipart(contentType!, bytes, shape);
    throw new AppError("unsupported_content_type", { content_type: type || null });
  };
}

function readJson(bytes: Uint8Array): unknown {
  const text = utf8(bytes);
  try {
    return JSON.parse(text);
  } catch (error) {
    const position = /position (\d+)/.exec((error as Error).message)?.[1];
    throw new AppError("malformed_request", {
      reason: "The body is not JSON.",
      position: position && Number(position),
    });
  }
}

function utf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new AppError("malformed_request", { reason: "The body is not UTF-8." });
  }
}
