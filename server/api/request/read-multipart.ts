import type { BodyShape } from "@/server/api/request/body-shape";
import { AppError } from "@/server/contract/errors";
import { declaredTypeAgrees } from "@/server/contract/picture-format";

/**
 * multipart/form-data → the same value as JSON: the file part `image_live` is the field `image_live_base64`, as bytes;
 * text parts are text, or JSON where the field is not text; each `frames` file goes with the `frames_t_ms` of its
 * place.
 */
export async function readMultipart(contentType: string, bytes: Uint8Array, shape: BodyShape): Promise<unknown> {
  const form = await parse(contentType, bytes);
  const body: Record<string, unknown> = {};
  for (const name of new Set(form.keys())) {
    if (name === "frames" || name === "frames_t_ms") continue;
    const parts = form.getAll(name);
    if (parts.length > 1) refuse(name, "This part came more than once.");
    const field = parts[0] instanceof File && shape.has(`${name}_base64`) ? `${name}_base64` : name;
    if (Object.hasOwn(body, field)) refuse(field, "This field came twice, as a file and as text.");
    body[field] = parts[0] instanceof File ? await fileBytes(name, parts[0]) : textValue(name, parts[0], shape);
  }
  if (form.has("frames")) body.frames = await readFrames(form);
  return body;
}

async function parse(contentType: string, bytes: Uint8Array): Promise<FormData> {
  try {
    const body = bytes as Uint8Array<ArrayBuffer>;
    return (await new Response(body, { headers: { "content-type": contentType } }).formData()) as FormData;
  } catch {
    throw new AppError("malformed_request", {
      reason: "The body is not multipart/form-data with the stated boundary.",
    });
  }
}

async function readFrames(form: FormData): Promise<unknown> {
  const files = form.getAll("frames");
  const times = form.getAll("frames_t_ms").flatMap((text) => String(text).split(","));
  if (times.length !== files.length) refuse("frames_t_ms", "Send one time in milliseconds for each frame.");
  return Promise.all(
    files.map(async (file, i) => {
      if (!(file instanceof File)) return refuse(`frames.${i}`, "Send each frame as a file part.");
      const time = times[i].trim();
      return { t_ms: time === "" ? Number.NaN : Number(time), image_base64: await fileBytes(`frames.${i}`, file) };
    }),
  );
}

async function fileBytes(part: string, file: File): Promise<Uint8Array> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (!declaredTypeAgrees(file.type, bytes)) {
    throw new AppError("unsupported_media_type", { field: part, declared: file.type.slice(0, 100) });
  }
  return bytes;
}

function textValue(name: string, text: string, shape: BodyShape): unknown {
  if (shape.get(name) !== "json") return text;
  try {
    return JSON.parse(text);
  } catch {
    return refuse(name, "This part must be JSON.");
  }
}

function refuse(path: string, message: string): never {
  throw new AppError("invalid_request", { fields: [{ path, message }] });
}
