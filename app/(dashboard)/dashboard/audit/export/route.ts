import { memberAudit } from "@/server/api/trpc/member-audit";
import { requestContext } from "@/server/api/trpc/request-context";
import { AppError } from "@/server/contract/errors";

/** The account's audit as a file of JSON lines, written out as it is read; `npm run audit -- verify FILE` checks it. */
export async function GET(): Promise<Response> {
  try {
    const lines = await memberAudit(await requestContext());
    const encoder = new TextEncoder();
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const { value, done } = await lines.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(`${value}\n`));
      },
      cancel: () => void lines.return(undefined),
    });
    return new Response(body, {
      headers: {
        "content-type": "application/jsonl; charset=utf-8",
        "content-disposition": 'attachment; filename="audit.jsonl"',
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
      },
    });
  } catch (error) {
    if (error instanceof AppError) return new Response(null, { status: error.status });
    throw error;
  }
}
