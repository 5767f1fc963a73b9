import type { z } from "zod";
import type { Endpoint } from "@/server/contract/endpoint";

/**
 * The answer in its declared shape and nothing else, so that a stray column cannot leak. A mismatch is a bug of ours.
 */
export function shapeOutput<E extends Endpoint>(endpoint: E, reply: unknown): z.output<E["output"]> {
  const parsed = endpoint.output.safeParse(reply);
  if (parsed.success) return parsed.data as z.output<E["output"]>;
  const paths = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.code}`);
  const mismatch = new Error(`The answer of ${endpoint.id} is not what is declared.`);
  throw Object.assign(mismatch, { name: "OutputMismatch", code: paths.slice(0, 5).join(", ") });
}
