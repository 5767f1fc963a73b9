import { z } from "zod";
import { ErrorEnvelope } from "@/server/contract/endpoint";
import * as fields from "@/server/contract/fields";
import { PictureInput } from "@/server/contract/picture";
import { JobFactor, JobStep, JobView } from "@/server/contract/v1/kyc";
import { SessionView } from "@/server/contract/v1/sessions";

export type JsonSchema = { [key: string]: unknown };

/** Schemas that get a name of their own under `components.schemas`. */
const named = z.registry<{ id: string }>();
const { Place, DocumentFields, FieldEvidence, CheckResult, Quality, Detected, Reason, Usage } = fields;
const NAMED = {
  ...{ Place, DocumentFields, FieldEvidence, CheckResult, Quality, Detected, Reason, Usage },
  ...{ ErrorEnvelope, JobFactor, JobStep, JobView, SessionView },
};
for (const [id, schema] of Object.entries(NAMED)) named.add(schema, { id });

/**
 * A zod schema as JSON Schema 2020-12, which is what OpenAPI 3.1 speaks. Named parts are put into `components` and
 * referred to. Answers may grow fields, so they do not forbid further ones.
 */
export function toJsonSchema(
  schema: z.ZodType,
  io: "input" | "output",
  components: Record<string, JsonSchema>,
): JsonSchema {
  const made = z.toJSONSchema(schema, {
    io,
    metadata: named as never,
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => refine(zodSchema as unknown as z.ZodType, jsonSchema as JsonSchema, io),
  }) as JsonSchema;
  const { $schema: _, $defs, ...root } = relinked(made) as JsonSchema;
  for (const [name, part] of Object.entries(($defs ?? {}) as Record<string, JsonSchema>)) components[name] = part;
  return root;
}

function refine(schema: z.ZodType, json: JsonSchema, io: "input" | "output"): void {
  delete json.id;
  if (io === "output" && json.additionalProperties === false) delete json.additionalProperties;
  if (json.format === "date-time" || json.format === "date") delete json.pattern;
  const description = z.globalRegistry.get(schema)?.description;
  if (description) json.description = description;
  if ((schema as unknown) !== PictureInput) return;
  delete json.anyOf;
  Object.assign(json, { type: "string", contentEncoding: "base64" });
}

/** `#/$defs/X` → `#/components/schemas/X`, at any depth. */
function relinked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(relinked);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) =>
      key === "$ref" ? [key, String(inner).replace("#/$defs/", "#/components/schemas/")] : [key, relinked(inner)],
    ),
  );
}
