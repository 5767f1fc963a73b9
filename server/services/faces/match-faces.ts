import type { z } from "zod";
import { AppError } from "@/server/contract/errors";
import type { matchFaces as endpoint } from "@/server/contract/v1/face";
import { compareFaces } from "@/server/domain/face/compare-faces";
import type { FaceEvidence } from "@/server/domain/face/evidence";
import { type MatchThreshold, matchThreshold } from "@/server/domain/face/match-threshold";
import { openFace } from "@/server/services/faces/face-template";
import { lookAt } from "@/server/services/media/inspect-picture";
import type { Ctx } from "@/server/services/ports";
import { findWorkflow } from "@/server/services/verifications/find-workflow";

type Output = Omit<z.input<typeof endpoint.output>, "processing_ms" | "usage">;

export interface MatchFaces {
  readonly live: Uint8Array;
  /** A picture of a document, or an enrolled face. */
  readonly other: { readonly document: Uint8Array } | { readonly faceId: string };
  /** The tenant's default workflow says without it. */
  readonly threshold?: MatchThreshold;
}

/**
 * Compares a live face with another. Where one cannot be compared the answer is no match, with the reason; nothing is
 * kept.
 */
export async function matchFaces(ctx: Ctx, asked: MatchFaces): Promise<Output> {
  const { other } = asked;
  const enrolled = "faceId" in other ? await findFace(ctx, other.faceId) : undefined;
  const threshold = asked.threshold ?? (await defaultThreshold(ctx));
  const [live, second] = await both(
    seeFace(ctx, asked.live, "live", "image_live_base64"),
    "faceId" in other ? enrolled! : seeFace(ctx, other.document, "document", "image_document_base64"),
  );
  const { id, version } = live.model;
  return { ...compareFaces(live, second, threshold), model: { id, version } };
}

/** Both pictures are looked at side by side; where both are refused, the first one's reason is given. */
async function both<T>(first: Promise<T>, second: T | Promise<T>): Promise<[T, T]> {
  const [a, b] = await Promise.allSettled([first, second]);
  if (a.status === "rejected") throw a.reason;
  if (b.status === "rejected") throw b.reason;
  return [a.value, b.value];
}

function seeFace(ctx: Ctx, bytes: Uint8Array, where: "live" | "document", field: string): Promise<FaceEvidence> {
  return lookAt(ctx, [{ field, bytes }], () => ctx.vision.face(bytes, where));
}

async function findFace(ctx: Ctx, id: string): Promise<FaceEvidence> {
  return ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const where = { id, tenant_id: ctx.tenantId, environment: ctx.environment };
    const face = await tx.face.findFirst({ where });
    if (!face) throw new AppError("not_found", { face_id: id.slice(0, 100) });
    return openFace(ctx, tx, face);
  });
}

function defaultThreshold(ctx: Ctx): Promise<MatchThreshold> {
  return ctx.database.inTenant(ctx.tenantId, async (tx) =>
    matchThreshold((await findWorkflow(ctx, tx, undefined)).definition.thresholds),
  );
}
