import { expectStep } from "@/server/services/capture/expect-step";
import { inSession } from "@/server/services/capture/in-session";
import type { Ctx } from "@/server/services/ports";

/** The person says that nothing is on the back. The verification sees that no back was sent. */
export async function skipBack(ctx: Ctx, asked: { sessionId: string }): Promise<void> {
  await inSession(ctx, asked.sessionId, async (held) => {
    expectStep(held, "back");
    await held.save({ ...held.state, back: "none" });
  });
}
