import type { Face } from "@/prisma/generated/client";
import { calibrationOf } from "@/server/domain/face/calibrations";
import type { FaceEvidence } from "@/server/domain/face/evidence";
import { type TemplateStatistics, templateStatistics } from "@/server/domain/face/normalise-score";
import { openTenantKey } from "@/server/services/keys/open-tenant-key";
import { sealContext } from "@/server/services/keys/seal-context";
import type { Ctx, DataKey, Tx } from "@/server/services/ports";

/**
 * What is sealed: the evidence with its template as base64 of 32-bit numbers, and the statistics that a search needs of
 * it.
 */
interface SealedFace extends Omit<FaceEvidence, "template"> {
  readonly template: string;
  readonly statistics?: TemplateStatistics;
}

/** An enrolled face is its evidence, template included, sealed as JSON under a key of its own. */
export function sealFace(
  ctx: Ctx,
  key: DataKey,
  faceId: string,
  evidence: FaceEvidence,
): Promise<Uint8Array<ArrayBuffer>> {
  const template = Float32Array.from(evidence.template ?? []);
  const kept: SealedFace = {
    ...evidence,
    template: Buffer.from(template.buffer).toString("base64"),
    statistics: statisticsOf(evidence.model, template),
  };
  return ctx.keys.seal(key, JSON.stringify(kept), sealContext("face", "template_sealed", faceId));
}

export async function openFace(ctx: Ctx, tx: Tx, face: Face): Promise<FaceEvidence> {
  const { evidence, template } = await openTemplate(ctx, await openTenantKey(ctx, tx), face);
  return { ...evidence, template: [...template] };
}

/** An enrolled face ready to be searched; `statistics` is undefined for a model without a calibration. */
export async function openTemplate(
  ctx: Ctx,
  tenantKey: DataKey,
  face: Pick<Face, "id" | "data_key_sealed" | "template_sealed">,
): Promise<{
  readonly evidence: Omit<FaceEvidence, "template">;
  readonly template: Float32Array;
  readonly statistics?: TemplateStatistics;
}> {
  const key = await ctx.keys.openDataKey(face.data_key_sealed, tenantKey);
  const plain = await ctx.keys.open(key, face.template_sealed, sealContext("face", "template_sealed", face.id));
  const { template: base64, statistics, ...evidence } = JSON.parse(new TextDecoder().decode(plain)) as SealedFace;
  const template = numbersOf(base64);
  return { evidence, template, statistics: statistics ?? statisticsOf(evidence.model, template) };
}

/** Faces enrolled by earlier versions hold a list of numbers. */
function numbersOf(kept: string | readonly number[]): Float32Array {
  if (typeof kept !== "string") return Float32Array.from(kept);
  const bytes = Uint8Array.from(Buffer.from(kept, "base64"));
  return new Float32Array(bytes.buffer);
}

function statisticsOf(model: FaceEvidence["model"], template: Float32Array): TemplateStatistics | undefined {
  const calibration = calibrationOf(model);
  if (!calibration || calibration.cohort[0].length !== template.length) return undefined;
  return templateStatistics(template, calibration.cohort, calibration.normalisation);
}
