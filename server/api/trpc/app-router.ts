import { router } from "@/server/api/trpc/procedures";
import { audit } from "@/server/api/trpc/routers/audit";
import { figures } from "@/server/api/trpc/routers/figures";
import { keys } from "@/server/api/trpc/routers/keys";
import { operator } from "@/server/api/trpc/routers/operator";
import { requests } from "@/server/api/trpc/routers/requests";
import { sessions } from "@/server/api/trpc/routers/sessions";
import { verifications } from "@/server/api/trpc/routers/verifications";
import { webhooks } from "@/server/api/trpc/routers/webhooks";
import { workflow } from "@/server/api/trpc/routers/workflow";

/** Everything that the dashboard and the back office can ask. */
export const appRouter = router({
  verifications,
  figures,
  sessions,
  requests,
  keys,
  webhooks,
  workflow,
  audit,
  operator,
});
export type AppRouter = typeof appRouter;
