import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestWorld, type TestWorld } from "@/server/adapters/testing/test-world";
import { accessPolicyOf } from "@/server/domain/people/access-policy";
import { acceptInvitation } from "@/server/services/members/accept-invitation";
import { inviteFirstOwner } from "@/server/services/tenants/invite-first-owner";
import { openTenant } from "@/server/services/tenants/open-tenant";

const baseUrl = "https://verify.example";
const OPENING = {
  name: "New Bank",
  country: "FRA",
  ownerEmail: "ada@new-bank.example",
  planId: "pro",
  region: "local",
};
let world: TestWorld;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.drop());

const ctx = () => ({ ...world.adapters, actor: "usr_operator" });
const count = async (table: string) =>
  (await world.sql<{ n: number }>(`SELECT count(*)::int AS n FROM "${table}"`))[0].n;

test("a tenant begins with an invitation for its owner and the strictest rules, and both audits say who opened it", async () => {
  const { tenantId, invitation } = await openTenant(ctx(), OPENING, baseUrl);
  expect(invitation.mailed).toBe(true);
  const token = String(world.mails.at(-1)?.text.match(/\/join\/([\w-]+)/)?.[1]);
  await acceptInvitation(world.adapters, { token, name: "Ada", password: "copper lantern wide meadow" });
  expect(await world.sql("SELECT role FROM member WHERE tenant_id = $1", [tenantId])).toEqual([{ role: "owner" }]);
  const [{ settings }] = await world.sql("SELECT settings FROM tenant WHERE id = $1", [tenantId]);
  expect(accessPolicyOf(settings)).toEqual({ second_factor: true, four_eyes: true });
  const audited = await world.sql<{ chain: string; action: string; actor: string }>(
    "SELECT chain, action, actor FROM audit_entry WHERE actor = 'usr_operator' ORDER BY chain, seq",
  );
  expect(audited.map(({ chain, action }) => [chain === tenantId ? "tenant" : chain, action])).toEqual(
    expect.arrayContaining([
      ["tenant", "tenant.created"],
      ["tenant", "member.invited"],
      ["operator", "tenant.created"],
    ]),
  );
});

test("an invitation that was lost is replaced, and nobody is let into a tenant that has members", async () => {
  const { tenantId } = await openTenant(ctx(), { ...OPENING, ownerEmail: "bo@new-bank.example" }, baseUrl);
  const lost = String(world.mails.at(-1)?.text.match(/\/join\/([\w-]+)/)?.[1]);
  const again = { tenantId, email: "bo@new-bank.example", baseUrl };
  await inviteFirstOwner(ctx(), again);
  const token = String(world.mails.at(-1)?.text.match(/\/join\/([\w-]+)/)?.[1]);
  const join = (one: string) =>
    acceptInvitation(world.adapters, { token: one, name: "Bo", password: "copper lantern wide meadow" });
  await expect(join(lost)).rejects.toMatchObject({ code: "session_expired" });
  await join(token);
  await expect(inviteFirstOwner(ctx(), { ...again, email: "me@operator.example" })).rejects.toMatchObject({
    code: "conflict",
  });
});

test("a plan or a region that is not there makes no tenant", async () => {
  const before = await count("tenant");
  for (const wrong of [{ planId: "gold" }, { region: "moon" }]) {
    await expect(openTenant(ctx(), { ...OPENING, ...wrong }, baseUrl)).rejects.toMatchObject({ code: "not_found" });
  }
  expect(await count("tenant")).toBe(before);
});
