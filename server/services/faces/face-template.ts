import type { Face } from "@/prisma/generated/client";
import type { FaceEvidence } from "@/server/domain/face/evidence";
import { openTenantKey } from "@/server/services/keys/open-tenant-key";
import { sealContext } from "@/server/services/keys/seal-context";
import type { Ctx, DataKey, Tx } from "@/server/services/ports";

/** An enrolled face is its evidence, template included, sealed as JSON under a key of its own. */
export function sealFace(
  ctx: Ctx,
  key: DataKey,
  faceId: string,
  evidence: FaceEvidence,
): Promise<Uint8Array<ArrayBuffer>> {
  return ctx.keys.seal(key, JSON.stringify(evidence), sealContext("face", "template_sealed", faceId));
}

export async function openFace(ctx: Ctx, tx: Tx, face: Face): Promise<FaceEvidence> {
  const key = await ctx.keys.openDataKey(face.data_key_sealed, await openTenantKey(ctx, tx));
  const plain = await ctx.keys.open(key, face.template_sealed, sealContext("face", "template_sealed", face.id));
  return JSON.parse(new TextDecoder().decode(plain)) as FaceEvidence;
}
