import type { z } from "zod";
import { AppError } from "@/server/contract/errors";
import type { MediaLink } from "@/server/contract/v1/media";
import { appendAudit } from "@/server/services/audit/append-audit";
import { openTenantKey } from "@/server/services/keys/open-tenant-key";
import { sealContext } from "@/server/services/keys/seal-context";
import type { Ctx } from "@/server/services/ports";

const LINK_MINUTES = 5;

/** What a token says, sealed under the tenant's key: which picture, until when (milliseconds). */
export interface LinkClaim {
  readonly media: string;
  readonly environment: Ctx["environment"];
  readonly until: number;
}

export const linkContext = (tenantId: string): string => sealContext("media", "link", tenantId);

type Linked = Omit<z.infer<typeof MediaLink>, "url"> & { readonly token: string };

/** A verification's pictures, each with a token that reads it for a few minutes; audited. AppError `not_found`. */
export async function linkMedia(ctx: Ctx, input: { readonly jobId: string }): Promise<Linked[]> {
  const until = ctx.clock.now().getTime() + LINK_MINUTES * 60_000;
  return ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const job = await tx.job.findFirst({
      where: { id: input.jobId, environment: ctx.environment },
      select: { id: true },
    });
    if (!job) throw new AppError("not_found", { job_id: input.jobId.slice(0, 100) });
    const where = { job_id: job.id, deleted_at: null };
    const rows = await tx.media.findMany({ where, orderBy: [{ kind: "asc" }, { position: "asc" }] });
    const key = await openTenantKey(ctx, tx);
    if (rows.length > 0)
      await appendAudit(ctx, tx, { action: "media.linked", target: job.id, details: { pictures: rows.length } });
    return Promise.all(
      rows.map(async ({ id, kind, position, mime, bytes, width, height }) => {
        const claim: LinkClaim = { media: id, environment: ctx.environment, until };
        const sealed = await ctx.keys.seal(key, JSON.stringify(claim), linkContext(ctx.tenantId));
        const token = `${ctx.tenantId}.${Buffer.from(sealed).toString("base64url")}`;
        const facts = { media_id: id, kind: kind as Linked["kind"], position, mime, bytes, width, height };
        return { ...facts, token, expires_at: new Date(until).toISOString() };
      }),
    );
  });
}
