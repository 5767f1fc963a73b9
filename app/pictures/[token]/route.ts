import { adapters } from "@/server/adapters/live";
import { AppError } from "@/server/contract/errors";
import { openMediaLink } from "@/server/services/media/open-media-link";

/**
 * A picture for whoever holds an address of it that was given out minutes ago: never kept, never framed, never anything
 * but a picture.
 */
export async function GET(_request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  try {
    const { id, mime, bytes } = await openMediaLink(adapters(), (await params).token);
    const name = `${id}.${mime.slice("image/".length)}`;
    return new Response(Buffer.from(bytes), {
      headers: {
        "content-type": mime,
        "content-disposition": `inline; filename="${name}"`,
        "cache-control": "no-store",
      },
    });
  } catch (error) {
    if (error instanceof AppError)
      return new Response(null, { status: error.status, headers: { "cache-control": "no-store" } });
    throw error;
  }
}
