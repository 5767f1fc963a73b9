import { AppError } from "@/server/contract/errors";

/**
 * PostgreSQL's text holds no zero character, and nobody's name or reference needs one: AppError `invalid_request`
 * naming the field. Depth is bounded as well, because what looks at a value by calling itself has a stack. Bytes are
 * left alone.
 */
export function refuseZero(value: unknown, path = "", depth = 0): void {
  if (typeof value === "string") {
    if (value.includes("\0")) throw refused(path, "A zero character is not text.");
    return;
  }
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return;
  if (depth === MAX_DEPTH) throw refused(path, `At most ${MAX_DEPTH} levels.`);
  for (const [name, inner] of Object.entries(value)) {
    const here = path === "" ? name : `${path}.${name}`;
    refuseZero(name, here, depth);
    refuseZero(inner, here, depth + 1);
  }
}

/** No declared body is deeper than half of it. */
const MAX_DEPTH = 20;

function refused(path: string, message: string): AppError {
  return new AppError("invalid_request", {
    fields: [{ path: path.replaceAll("\0", "").slice(0, 200) || "(body)", message }],
  });
}
