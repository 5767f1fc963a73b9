import { z } from "zod";
import { defineAction } from "@/server/services/approvals/action";
import { resetSecondFactor as reset } from "@/server/services/people/reset-second-factor";

/** An operator takes the second factor of somebody who lost it. */
export const resetSecondFactor = defineAction({
  kind: "person.second_factor_reset",
  title: "Take a lost second factor away",
  needs: { operator: "operators:write" },
  schema: z.object({ email: z.string().max(320), note: z.string().trim().min(1).max(2000) }),
  keyOf: async () => "master",
  reason: ({ email, note }) => `${email}: ${note}`,
  carryOut: (ctx, { subject: userId, requestedBy }) => reset({ ...ctx, actor: requestedBy }, { userId }),
});
