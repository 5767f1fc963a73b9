import { router } from "@/server/api/trpc/procedures";
import { access } from "@/server/api/trpc/routers/access";
import { account } from "@/server/api/trpc/routers/account";
import { approvals } from "@/server/api/trpc/routers/approvals";
import { audit } from "@/server/api/trpc/routers/audit";
import { billing } from "@/server/api/trpc/routers/billing";
import { figures } from "@/server/api/trpc/routers/figures";
import { keys } from "@/server/api/trpc/routers/keys";
import { members } from "@/server/api/trpc/routers/members";
import { operator } from "@/server/api/trpc/routers/operator";
import { operatorAccess } from "@/server/api/trpc/routers/operator-access";
import { operatorApprovals } from "@/server/api/trpc/routers/operator-approvals";
import { operatorBilling } from "@/server/api/trpc/routers/operator-billing";
import { operatorKeys } from "@/server/api/trpc/routers/operator-keys";
import { operatorLimits } from "@/server/api/trpc/routers/operator-limits";
import { operatorPeople } from "@/server/api/trpc/routers/operator-people";
import { requests } from "@/server/api/trpc/routers/requests";
import { sessions } from "@/server/api/trpc/routers/sessions";
import { settings } from "@/server/api/trpc/routers/settings";
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
  billing,
  account,
  members,
  settings,
  approvals,
  access,
  operator,
  operatorPeople,
  operatorAccess,
  operatorApprovals,
  operatorBilling,
  operatorKeys,
  operatorLimits,
});
export type AppRouter = typeof appRouter;
