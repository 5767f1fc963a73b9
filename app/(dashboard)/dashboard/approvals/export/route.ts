import { z } from "zod";
import { memberExport } from "@/server/api/trpc/member-export";
import { AppError } from "@/server/contract/errors";

const Asked = z.object({ reference: z.string().min(1).max(200) });

/** Everything about a person as a ZIP (GDPR Art. 15). JSON alone is read, which no other page's form can send. */
export async function POST(request: Request): Promise<Response> {
  if (request.headers.get("content-type") !== "application/json") return new Response(null, { status: 415 });
  const asked = Asked.safeParse(await request.json().catch(() => undefined));
  if (!asked.success) return new Response(null, { status: 422 });
  try {
    const zip = await memberExport(asked.data.reference);
    if (!zip) return new Response(null, { status: 404 });
    return new Response(Buffer.from(zip), {
      headers: {
        "content-type": "application/zip",
        "content-disposition": 'attachment; filename="person.zip"',
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
      },
    });
  } catch (error) {
    if (error instanceof AppError) return new Response(null, { status: error.status });
    throw error;
  }
}
