import { z } from "zod";
import { memberProcedure, router } from "@/server/api/trpc/procedures";
import { searchSessions } from "@/server/services/sessions/search-sessions";

export const sessions = router({
  list: memberProcedure("sessions:read")
    .input(z.object({ cursor: z.string().optional() }))
    .query(({ ctx, input }) => searchSessions(ctx.service, input)),
});
