import { AppError } from "@/server/contract/errors";
import { makeJobCtx } from "@/server/services/jobs/make-job-ctx";
import { type LinkClaim, linkContext } from "@/server/services/media/link-media";
import { showMedia } from "@/server/services/media/show-media";
import type { Adapters } from "@/server/services/ports";

/**
 * The picture that a token of `linkMedia` stands for. AppError `not_found` for one that was altered, that ran out, or
 * whose picture is gone, without saying which.
 */
export async function openMediaLink(
  adapters: Adapters,
  token: string,
): Promise<{ id: string; mime: string; bytes: Uint8Array }> {
  const [, tenantId, sealed] = /^(ten_\w{1,60})\.([\w-]{40,600})$/.exec(token) ?? [];
  if (!tenantId) throw new AppError("not_found");
  const claim = await readClaim(adapters, tenantId, Buffer.from(sealed, "base64url"));
  if (!claim || claim.until <= adapters.clock.now().getTime()) throw new AppError("not_found");
  const { media: id, environment } = claim;
  const ctx = makeJobCtx(adapters, { tenantId, environment, traceId: id });
  return { id, ...(await showMedia(ctx, { id })) };
}

async function readClaim(adapters: Adapters, tenantId: string, sealed: Uint8Array): Promise<LinkClaim | undefined> {
  const tenant = await adapters.database.inTenant(tenantId, (tx) =>
    tx.tenant.findUnique({ where: { id: tenantId }, select: { data_key_sealed: true, status: true } }),
  );
  if (tenant?.status !== "active") return undefined;
  const key = await adapters.keys.openDataKey(tenant.data_key_sealed, "master");
  try {
    return JSON.parse(
      new TextDecoder().decode(await adapters.keys.open(key, sealed, linkContext(tenantId))),
    ) as LinkClaim;
  } catch {
    return undefined;
  }
}
