import { memberEvidence } from "@/server/api/trpc/member-evidence";
import { AppError } from "@/server/contract/errors";

/** The evidence pack of a verification as a file, for people who may see its personal data. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  try {
    const { zip } = await memberEvidence(id);
    return new Response(Buffer.from(zip), {
      headers: {
        "content-type": "application/zip",
        "content-disposition": `attachment; filename="evidence-${id}.zip"`,
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
      },
    });
  } catch (error) {
    if (error instanceof AppError) return new Response(null, { status: error.status });
    throw error;
  }
}
