import { magicPictureFile } from "@/server/services/sandbox/magic-picture-file";

/**
 * A magic picture of the sandbox, by its scenario: `/sandbox/document_expired.png`. It holds nothing that is secret.
 */
export async function GET(_request: Request, { params }: { params: Promise<{ picture: string }> }): Promise<Response> {
  const bytes = magicPictureFile((await params).picture);
  if (!bytes) return new Response(null, { status: 404 });
  return new Response(Buffer.from(bytes), {
    headers: {
      "content-type": "image/png",
      "cache-control": "public, max-age=86400",
      "x-content-type-options": "nosniff",
    },
  });
}
