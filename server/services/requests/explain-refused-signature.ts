import { AppError } from "@/server/contract/errors";
import { explainSignature, type SignatureExplanation } from "@/server/domain/signing/explain-signature";
import type { Ctx } from "@/server/services/ports";
import { findKey } from "@/server/services/requests/find-key";

export interface RefusedRequest {
  readonly keyId: string;
  readonly timestamp: string;
  readonly method: string;
  readonly path: string;
  readonly body: string;
  readonly signature: string;
}

export interface RefusalExplanation extends SignatureExplanation {
  readonly key: "usable" | "revoked" | "expired";
  /** This very signature was accepted before; each is good once. */
  readonly seenBefore: boolean;
}

/** Why a request of this tenant was refused. AppError `not_found` for a key that is not the tenant's. */
export async function explainRefusedSignature(ctx: Ctx, request: RefusedRequest): Promise<RefusalExplanation> {
  const key = await findKey(ctx, request.keyId);
  if (key?.tenantId !== ctx.tenantId) throw new AppError("not_found", { key_id: request.keyId.slice(0, 100) });
  const id = { key_id: key.id, signature: request.signature.trim().toLowerCase() };
  const seen = await ctx.database.asPlatform((tx) => tx.signatureSeen.findUnique({ where: { key_id_signature: id } }));
  const explained = await explainSignature({ ...request, secret: key.secret, now: ctx.clock.now() });
  return { ...explained, key: key.refusedBecause ?? "usable", seenBefore: seen !== null };
}
