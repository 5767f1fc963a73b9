import { fmrOfSimilarity } from "@/server/domain/face/calibration";
import { calibrationOf } from "@/server/domain/face/calibrations";
import type { FaceEvidence } from "@/server/domain/face/evidence";
import { templateStatistics } from "@/server/domain/face/normalise-score";
import { scoreOfFmr, similarityOfScore } from "@/server/domain/face/score-templates";
import { renewGallery } from "@/server/services/faces/renew-gallery";
import type { Ctx } from "@/server/services/ports";

export interface LikeFace {
  readonly face_id: string;
  readonly subject: string;
  /** 0–1, calibrated for one pair. */
  readonly similarity: number;
}

export interface LikeFaces {
  readonly found: readonly LikeFace[];
  /** How many faces were compared: those enrolled with the same model. */
  readonly searched: number;
}

/** The enrolled faces most like a template, best first. Every enrolled face of the same model is compared. */
export async function findLikeFaces(
  ctx: Ctx,
  probe: Pick<FaceEvidence, "model"> & { readonly template: readonly number[] },
  { similarity, most }: { readonly similarity: number; readonly most: number },
): Promise<LikeFaces> {
  const calibration = calibrationOf(probe.model);
  if (!calibration) return { found: [], searched: 0 };
  const gallery = await renewGallery(ctx, probe.model);
  const statistics = templateStatistics(probe.template, calibration.cohort, calibration.normalisation);
  const least = scoreOfFmr(fmrOfSimilarity(similarity), calibration.knots);
  const hits = await ctx.vision.nearest(gallery, { template: probe.template, statistics }, { most, least });
  const ids = hits.map(({ index }) => gallery.ids[index]);
  const subjects = await ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const where = { id: { in: ids }, tenant_id: ctx.tenantId, environment: ctx.environment };
    const rows = await tx.face.findMany({ where, select: { id: true, subject: true } });
    return new Map(rows.map(({ id, subject }) => [id, subject]));
  });
  const found = hits.flatMap(({ score }, i) => {
    const subject = subjects.get(ids[i]);
    const like = { face_id: ids[i], similarity: similarityOfScore(score, calibration) };
    return subject === undefined ? [] : [{ ...like, subject }];
  });
  return { found, searched: gallery.count };
}
