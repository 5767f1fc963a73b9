import { z } from "zod";
import { defineAction } from "@/server/services/approvals/action";
import { openTenantKey } from "@/server/services/keys/open-tenant-key";
import { eraseSubject } from "@/server/services/privacy/erase-subject";

/**
 * Everything under the tenant's own identifier of a person goes, in this environment. The request's subject is not that
 * person.
 */
export const eraseEverything = defineAction({
  kind: "subject.erase",
  title: "Erase everything about a person",
  needs: { permission: "verifications:erase" },
  schema: z.object({ reference: z.string().trim().min(1).max(200), note: z.string().trim().min(1).max(2000) }),
  keyOf: (ctx, tx) => openTenantKey(ctx, tx),
  reason: ({ reference, note }) => `${reference}: ${note}`,
  carryOut: async (ctx, { input, requestedBy }) => {
    await eraseSubject({ ...ctx, actor: requestedBy }, { reference: input.reference });
  },
});
