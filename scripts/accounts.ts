/** `npm run accounts -- …`: the people and tenants with whom an installation without the demo begins. */
import { parseArgs } from "node:util";
import { z } from "zod";
import { type Outside, withAdapters } from "@/scripts/lib/with-adapters";
import { inviteOperator } from "@/server/services/operators/invite-operator";
import { inviteFirstOwner } from "@/server/services/tenants/invite-first-owner";
import { OpeningTenant, openTenant } from "@/server/services/tenants/open-tenant";

const USAGE = `npm run accounts -- operator EMAIL             invites an operator with every right
npm run accounts -- tenant NAME COUNTRY EMAIL  makes a tenant (COUNTRY as FRA) and invites its first owner
                 [--plan PLAN] [--region REGION]
npm run accounts -- owner TENANT EMAIL         invites a tenant's first owner again`;

/** What was done, as a sentence. */
type Verb = (outside: Outside) => Promise<string>;

const invited = (email: string, mailed: boolean) =>
  mailed ? `${email} is invited.` : `The invitation of ${email} could not be mailed: see the log, then run this again.`;

function operator(email: string): Verb {
  const address = z.email().parse(email);
  return async ({ ctx, baseUrl }) => {
    const { mailed } = await inviteOperator(ctx, { email: address, role: "super_admin", baseUrl });
    return invited(address, mailed);
  };
}

function tenant([name, country, ownerEmail]: string[], planId: string, region: string | undefined): Verb {
  const opening = OpeningTenant.parse({ name, country, ownerEmail, planId, region });
  return async ({ ctx, baseUrl }) => {
    const { tenantId, invitation } = await openTenant(ctx, opening, baseUrl);
    return `${tenantId} is there. ${invited(ownerEmail, invitation.mailed)}`;
  };
}

function owner([tenantId, email]: string[]): Verb {
  const address = z.email().parse(email);
  return async ({ ctx, baseUrl }) =>
    invited(address, (await inviteFirstOwner(ctx, { tenantId, email: address, baseUrl })).mailed);
}

function verbOf(args: string[]): Verb | undefined {
  const options = { plan: { type: "string", default: "pro" }, region: { type: "string" } } as const;
  const { positionals, values } = parseArgs({ args, options, allowPositionals: true });
  const [noun, ...rest] = positionals;
  if (noun === "operator" && rest.length === 1) return operator(rest[0]);
  if (noun === "tenant" && rest.length === 3) return tenant(rest, values.plan, values.region);
  if (noun === "owner" && rest.length === 2) return owner(rest);
  return undefined;
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

let verb: Verb | undefined;
try {
  verb = verbOf(process.argv.slice(2));
} catch (error) {
  fail(error instanceof z.ZodError ? error.issues[0].message : (error as Error).message);
}
if (!verb) fail(USAGE);
const work = verb;
await withAdapters(async (outside) => {
  console.log(await work(outside));
  return 0;
});
