import type { JsonSchema } from "@/server/api/description/json-schema";

/**
 * The same body as parts of multipart/form-data: `image_live_base64` is the file `image_live`; see `read-multipart`.
 */
export function multipartSchema(json: JsonSchema): JsonSchema {
  const properties: Record<string, JsonSchema> = {};
  for (const [name, field] of Object.entries(json.properties as Record<string, JsonSchema>)) {
    if (name === "frames") Object.assign(properties, FRAMES);
    else if (field.contentEncoding === "base64") properties[name.replace(/_base64$/, "")] = FILE;
    else properties[name] = field;
  }
  const required = ((json.required ?? []) as string[]).map((name) => name.replace(/_base64$/, ""));
  return { type: "object", properties, additionalProperties: false, ...(required.length > 0 ? { required } : {}) };
}

const FILE = { type: "string", format: "binary" };
const FRAMES = {
  frames: { type: "array", items: FILE, description: "The frames of a capture, in order." },
  frames_t_ms: {
    type: "array",
    items: { type: "number", minimum: 0 },
    description: "For each frame its time, in milliseconds from the first.",
  },
};
