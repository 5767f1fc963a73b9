import type { DocumentType } from "@/server/contract/enums";
import { AppError } from "@/server/contract/errors";
import { expectStep } from "@/server/services/capture/expect-step";
import { inSession } from "@/server/services/capture/in-session";
import type { Ctx } from "@/server/services/ports";
import { optionsOf } from "@/server/services/sessions/view-session";

/** What the person says that the document is. AppError `invalid_request` for a kind that the tenant does not take. */
export async function chooseDocument(
  ctx: Ctx,
  asked: { sessionId: string; type: DocumentType; country: string | null },
): Promise<void> {
  await inSession(ctx, asked.sessionId, async (held) => {
    expectStep(held, "document", "front");
    const options = await optionsOf(ctx, held.tx, held.session);
    if (options.document_types && !options.document_types.includes(asked.type)) {
      throw new AppError("invalid_request", { fields: [{ path: "type", message: "This kind is not taken here." }] });
    }
    const country = options.country ?? asked.country;
    await held.save({ ...held.state, document: { type: asked.type, country } });
  });
}
