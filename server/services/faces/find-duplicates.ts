import { similarityOfFmr } from "@/server/domain/face/calibration";
import type { FaceEvidence } from "@/server/domain/face/evidence";
import { findLikeFaces, type LikeFace } from "@/server/services/faces/find-like-faces";
import type { Ctx } from "@/server/services/ports";

/** One in a million pairs of strangers: every verification is compared with everybody enrolled. */
const FMR = 1e-6;

/**
 * Enrolled faces like a live one whose subject is somebody else than the verification's own reference. None where the
 * live face has no template. A search that fails throws, so that nobody passes for unknown because nothing was
 * compared.
 */
export async function findDuplicates(
  ctx: Ctx,
  live: FaceEvidence,
  reference: string | null,
): Promise<readonly LikeFace[]> {
  if (!live.template) return [];
  const probe = { model: live.model, template: live.template };
  const { found } = await findLikeFaces(ctx, probe, { similarity: similarityOfFmr(FMR), most: 5 });
  return found.filter(({ subject }) => subject !== reference);
}
