import { AppError, type ErrorCode } from "@/server/contract/errors";
import { MAX_PICTURE_BYTES } from "@/server/contract/picture-format";
import type { Ctx, InspectedImage } from "@/server/services/ports";

type Eyes = Pick<Ctx, "scanner" | "vision" | "database" | "tenantId">;

/** Scans a picture, judges it by its bytes and re-encodes it for keeping. AppError of the picture, naming its field. */
export async function inspectPicture(ctx: Eyes, bytes: Uint8Array, field: string): Promise<InspectedImage> {
  await scan(ctx, bytes, field);
  return named(field, () => ctx.vision.inspect(bytes));
}

/**
 * Looks at pictures without keeping them: each is scanned, then `look` decodes them itself. A refusal names the field
 * at fault; where several were sent each is judged before any is looked at, so that no work is done for a call that
 * fails.
 */
export async function lookAt<T>(
  ctx: Eyes,
  pictures: readonly { readonly field: string; readonly bytes: Uint8Array | undefined }[],
  look: () => Promise<T>,
): Promise<T> {
  const sent = pictures.flatMap(({ field, bytes }) => (bytes ? [{ field, bytes }] : []));
  for (const { field, bytes } of sent) await scan(ctx, bytes, field);
  if (sent.length === 1) return named(sent[0].field, look);
  for (const { field, bytes } of sent) await named(field, () => ctx.vision.inspect(bytes));
  return look();
}

async function scan(ctx: Eyes, bytes: Uint8Array, field: string): Promise<void> {
  if (bytes.length > MAX_PICTURE_BYTES) {
    throw new AppError("image_too_large", { field, bytes: bytes.length, max_bytes: MAX_PICTURE_BYTES });
  }
  await named(field, () => ctx.scanner.scan(bytes, () => demandsScan(ctx)));
}

/** Whether the tenant refuses what could not be scanned (`scan_required` in its settings). */
async function demandsScan(ctx: Eyes): Promise<boolean> {
  return ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const { settings } = await tx.tenant.findUniqueOrThrow({ where: { id: ctx.tenantId }, select: { settings: true } });
    return (settings as { scan_required?: unknown }).scan_required === true;
  });
}

const ABOUT_PICTURE: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  "invalid_image",
  "image_too_large",
  "image_too_many_pixels",
  "unsupported_media_type",
  "malware_found",
]);

function isAboutPicture(error: unknown): error is AppError {
  return error instanceof AppError && ABOUT_PICTURE.has(error.code);
}

async function named<T>(field: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isAboutPicture(error)) throw error;
    throw new AppError(error.code, { field, ...error.details }, error.retryAfterSeconds);
  }
}
