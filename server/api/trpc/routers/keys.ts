import { z } from "zod";
import { isAddressRange } from "@/server/api/request/address-allowed";
import { memberProcedure, router } from "@/server/api/trpc/procedures";
import { Scope } from "@/server/contract/enums";
import { createKey } from "@/server/services/keys/create-key";
import { listKeys } from "@/server/services/keys/list-keys";
import { revokeKey } from "@/server/services/keys/revoke-key";
import { OVERLAP_HOURS_MAX, rotateKey } from "@/server/services/keys/rotate-key";
import { explainRefusedSignature } from "@/server/services/requests/explain-refused-signature";

const Id = z.object({ id: z.string().max(80) });
const NewKeyInput = z.object({
  label: z.string().trim().min(1).max(100),
  scopes: z.array(Scope).min(1),
  ipAllow: z
    .array(z.string().trim().refine(isAddressRange, "Write an address, or a range such as 203.0.113.0/24."))
    .max(50)
    .default([]),
  expiresAt: z
    .date()
    .refine((date) => date.getTime() > Date.now(), "The key has to end in the future.")
    .optional(),
});

export const keys = router({
  list: memberProcedure("keys:read").query(({ ctx }) => listKeys(ctx.service)),
  create: memberProcedure("keys:write")
    .input(NewKeyInput)
    .mutation(({ ctx, input }) => createKey(ctx.service, { ...input, environment: ctx.environment })),
  rotate: memberProcedure("keys:write")
    .input(Id.extend({ overlapHours: z.number().int().min(0).max(OVERLAP_HOURS_MAX).default(24) }))
    .mutation(({ ctx, input }) => rotateKey(ctx.service, input)),
  revoke: memberProcedure("keys:write")
    .input(Id)
    .mutation(({ ctx, input }) => revokeKey(ctx.service, input)),
  explainSignature: memberProcedure("keys:read")
    .input(
      z.object({
        keyId: z.string().trim().max(100),
        timestamp: z.string().trim().max(40),
        method: z.string().trim().max(10),
        path: z.string().trim().max(2000),
        body: z.string().max(1_000_000),
        signature: z.string().trim().max(200),
      }),
    )
    .mutation(({ ctx, input }) => explainRefusedSignature(ctx.service, input)),
});
