import { memberProcedure, router } from "@/server/api/trpc/procedures";
import { may } from "@/server/domain/people/permissions";
import { readSettings } from "@/server/services/tenants/read-settings";
import { SettingsChange, updateSettings } from "@/server/services/tenants/update-settings";

/** What the tenant says of itself, how its hosted pages look, and what it demands of its people. */
export const settings = router({
  read: memberProcedure("settings:read").query(async ({ ctx }) => ({
    ...(await readSettings(ctx.service)),
    mayWrite: may(ctx.membership.role, "settings:write"),
  })),
  update: memberProcedure("settings:write")
    .input(SettingsChange)
    .mutation(({ ctx, input }) => updateSettings(ctx.service, input)),
});
