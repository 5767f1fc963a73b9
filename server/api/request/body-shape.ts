import { z } from "zod";
import type { Endpoint } from "@/server/contract/endpoint";

/** Name of a field → whether it is plain text; other fields come as JSON in a text part. */
export type BodyShape = ReadonlyMap<string, "text" | "json">;

/** Read off the schema, so that a multipart request needs no declaration of its own. */
export function bodyShape(endpoint: Endpoint): BodyShape {
  const schema = z.toJSONSchema(endpoint.body, { io: "input", unrepresentable: "any" }) as JsonObject;
  return new Map(
    Object.entries(schema.properties ?? {}).map(([name, field]) => {
      const isText = field.type === "string" || (field.anyOf ?? []).some((branch) => branch.type === "string");
      return [name, isText ? "text" : "json"];
    }),
  );
}

interface JsonObject {
  readonly type?: string;
  readonly properties?: Record<string, JsonObject>;
  readonly anyOf?: readonly JsonObject[];
}
