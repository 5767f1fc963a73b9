import { z } from "zod";
import { decodeBase64 } from "@/server/contract/base64";
import { declaredTypeAgrees } from "@/server/contract/picture-format";

/** How every endpoint that takes a picture may refuse it. */
export const PICTURE_ERRORS = [
  "invalid_image",
  "image_too_large",
  "image_too_many_pixels",
  "unsupported_media_type",
  "malware_found",
  "scanner_unavailable",
] as const;

/**
 * A picture on the wire: base64 text in JSON (a `data:` prefix is allowed), or the bytes of a file part.
 * Parsed, it is its bytes: services never see base64.
 */
export const PictureInput = z
  .union([z.string(), z.instanceof(Uint8Array)], { error: "Send the picture as base64 text or as a file part." })
  .describe("Base64 of a JPEG, PNG or WebP picture of at most 10 MB; a data: prefix is allowed.");

export const ImageBase64 = PictureInput.transform((value, ctx): Uint8Array => {
  const read = typeof value === "string" ? fromText(value) : value;
  if (typeof read === "string") {
    ctx.addIssue({ code: "custom", message: read });
    return z.NEVER;
  }
  if (read.length === 0) ctx.addIssue({ code: "custom", message: "The picture is empty." });
  return read;
});

/** Bytes, or the sentence that says what is wrong. */
function fromText(text: string): Uint8Array | string {
  const prefix = /^data:([^,]{0,100}),/.exec(text);
  if (prefix && !prefix[1].endsWith(";base64")) return "A data: prefix must end with ;base64.";
  const bytes = decodeBase64(prefix ? text.slice(prefix[0].length) : text.trim());
  if (!bytes) return "This is not base64.";
  const declared = prefix?.[1].slice(0, -";base64".length) ?? "";
  return declaredTypeAgrees(declared, bytes) ? bytes : `The data: prefix says ${declared}, but the bytes are not that.`;
}
