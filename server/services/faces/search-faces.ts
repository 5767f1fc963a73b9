import type { z } from "zod";
import type { searchFaces as endpoint } from "@/server/contract/v1/face";
import { obstaclesOf } from "@/server/domain/face/compare-faces";
import { type MatchThreshold, similarityOf } from "@/server/domain/face/match-threshold";
import { appendAudit } from "@/server/services/audit/append-audit";
import { findLikeFaces } from "@/server/services/faces/find-like-faces";
import { lookAt } from "@/server/services/media/inspect-picture";
import type { Ctx } from "@/server/services/ports";

type Output = Omit<z.input<typeof endpoint.output>, "processing_ms" | "usage">;

export interface SearchFaces {
  readonly image: Uint8Array;
  readonly threshold: MatchThreshold;
  readonly most: number;
}

/** Whether somebody like the person in a picture is enrolled. The picture is not kept; that was searched is audited. */
export async function searchFaces(ctx: Ctx, { image, threshold, most }: SearchFaces): Promise<Output> {
  const face = await lookAt(ctx, [{ field: "image_base64", bytes: image }], () => ctx.vision.face(image, "live"));
  const similarity = similarityOf(threshold);
  const reasons = obstaclesOf(face, "live");
  const { id, version } = face.model;
  const answer = { threshold: similarity, reasons, model: { id, version } };
  if (reasons.length > 0 || !face.template) return { ...answer, usable: false, searched: 0, matches: [] };
  const { found, searched } = await findLikeFaces(ctx, { ...face, template: face.template }, { similarity, most });
  await ctx.database.inTenant(ctx.tenantId, (tx) =>
    appendAudit(ctx, tx, {
      action: "face.searched",
      target: ctx.tenantId,
      details: { searched, found: found.map(({ face_id }) => face_id) },
    }),
  );
  return { ...answer, usable: true, searched, matches: [...found] };
}
