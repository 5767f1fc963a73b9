import { calibrationOf } from "@/server/domain/face/calibrations";
import type { FaceEvidence } from "@/server/domain/face/evidence";
import { galleryFacts } from "@/server/domain/face/face-gallery";
import type { GalleryEditor, NamedGallery } from "@/server/services/faces/face-galleries";
import { openTemplate } from "@/server/services/faces/face-template";
import { openTenantKey } from "@/server/services/keys/open-tenant-key";
import type { Ctx, Tx } from "@/server/services/ports";

/** Faces opened in one transaction. */
const BATCH = 1000;

/**
 * The tenant's enrolled faces of one model and environment, as they are now. Kept in memory between searches and
 * brought up to date by the counter that the database raises with every enrolment and deletion, so that all processes
 * see the same faces. AppError `unavailable` where they do not fit into memory.
 */
export function renewGallery(ctx: Ctx, model: FaceEvidence["model"]): Promise<NamedGallery> {
  const dimension = calibrationOf(model)?.cohort[0].length ?? 0;
  const name = [ctx.tenantId, ctx.environment, model.id, model.version, model.sha256].join("/");
  return ctx.galleries.renewed(name, dimension, async (gallery) => {
    while (await addBatch(ctx, gallery, model, dimension));
  });
}

/** Whether there may be more. */
async function addBatch(
  ctx: Ctx,
  gallery: GalleryEditor,
  model: FaceEvidence["model"],
  dimension: number,
): Promise<boolean> {
  return ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const own = { tenant_id: ctx.tenantId, environment: ctx.environment };
    const epoch = await tx.faceEpoch.findUnique({ where: { tenant_id_environment: own } });
    if (!epoch || epoch.version === gallery.version) return false;
    if (epoch.deleted > gallery.version) gallery.keep(await livingIds(tx, own));
    const faces = await tx.face.findMany({
      where: { ...own, version: { gt: gallery.version, lte: epoch.version } },
      orderBy: { version: "asc" },
      take: BATCH,
    });
    const tenantKey = await openTenantKey(ctx, tx);
    for (const face of faces) {
      if (face.model_id !== model.id || face.model_version !== model.version) continue;
      const { evidence, template, statistics } = await openTemplate(ctx, tenantKey, face);
      const sameSpace = evidence.model.sha256 === model.sha256 && template.length === dimension;
      if (sameSpace && statistics) gallery.add(face.id, template, galleryFacts(template, statistics));
    }
    gallery.version = faces.length === BATCH ? faces[BATCH - 1].version : epoch.version;
    return faces.length === BATCH;
  });
}

async function livingIds(
  tx: Tx,
  own: { readonly tenant_id: string; readonly environment: string },
): Promise<ReadonlySet<string>> {
  const living = await tx.face.findMany({ where: own, select: { id: true } });
  return new Set(living.map(({ id }) => id));
}
