import { memberMedia } from "@/server/api/trpc/member-media";
import { AppError } from "@/server/contract/errors";

/**
 * A picture of a verification for a signed-in reviewer: never cached, never framed, never interpreted as anything else.
 */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  try {
    const { mime, bytes } = await memberMedia((await params).id);
    return new Response(Buffer.from(bytes), {
      headers: { "content-type": mime, "cache-control": "no-store", "x-content-type-options": "nosniff" },
    });
  } catch (error) {
    if (error instanceof AppError) return new Response(null, { status: error.status });
    throw error;
  }
}
