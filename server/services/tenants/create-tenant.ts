import type { AccessPolicy } from "@/server/domain/people/access-policy";
import { DEFAULT_WORKFLOW } from "@/server/domain/workflow/definition";
import { appendAudit, appendOperatorAudit } from "@/server/services/audit/append-audit";
import type { Adapters, Tx } from "@/server/services/ports";

export interface NewTenant {
  /** Given only by the seed, which has to find it again. */
  readonly id?: string;
  readonly name: string;
  /** ISO 3166 alpha-3. */
  readonly country: string;
  readonly supportEmail: string;
  readonly planId: string;
  readonly region?: string;
  readonly branding?: Record<string, string | string[]>;
  /** What is demanded of its people from the beginning; the tenant may change it. */
  readonly access?: AccessPolicy;
}

type OperatorCtx = Pick<Adapters, "clock" | "ids" | "keys" | "database"> & { readonly actor: string };

/** Makes a tenant with its own data key and the default workflow. Answers its id. */
export function createTenant(ctx: OperatorCtx, input: NewTenant): Promise<string> {
  return ctx.database.asPlatform((tx) => writeTenant(ctx, tx, input));
}

/** The same in the caller's (platform's) transaction. */
export async function writeTenant(ctx: OperatorCtx, tx: Tx, input: NewTenant): Promise<string> {
  const id = input.id ?? ctx.ids.make("ten");
  const { sealed } = await ctx.keys.makeDataKey("master");
  const created = { created_at: ctx.clock.now() };
  await tx.tenant.create({
    data: {
      id,
      name: input.name,
      country: input.country,
      support_email: input.supportEmail,
      plan_id: input.planId,
      region: input.region ?? "local",
      branding: input.branding ?? {},
      settings: input.access ? { access: input.access } : {},
      data_key_sealed: sealed,
      ...created,
    },
  });
  const workflow = { id: ctx.ids.make("wfl"), tenant_id: id, name: "Default", is_default: true, ...created };
  await tx.workflow.create({ data: workflow });
  await tx.workflowVersion.create({
    data: {
      workflow_id: workflow.id,
      version: 1,
      tenant_id: id,
      definition: DEFAULT_WORKFLOW,
      created_by: ctx.actor,
      ...created,
    },
  });
  const event = { action: "tenant.created", target: id, details: { plan: input.planId } };
  await appendAudit({ ...ctx, tenantId: id }, tx, event);
  await appendOperatorAudit(ctx, tx, event);
  return id;
}
