import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createTestWorld, type TestTenant, type TestWorld } from "@/server/adapters/testing/test-world";
import { acceptInvitation } from "@/server/services/members/accept-invitation";
import { changeRole } from "@/server/services/members/change-role";
import { inviteMember } from "@/server/services/members/invite-member";
import { listMembers } from "@/server/services/members/list-members";
import { readInvitation } from "@/server/services/members/read-invitation";
import { removeMember } from "@/server/services/members/remove-member";
import { resendInvitation } from "@/server/services/members/resend-invitation";
import { revokeInvitation } from "@/server/services/members/revoke-invitation";
import { askPasswordReset } from "@/server/services/people/ask-password-reset";
import { resetPassword } from "@/server/services/people/reset-password";
import { signIn } from "@/server/services/people/sign-in";
import { makePerson, signInAs, TEST_PASSWORD, visitorOf } from "@/server/services/people/testing/make-person";

let world: TestWorld;
let tenant: TestTenant;
let now = new Date();
const baseUrl = "https://verify.example";
const by = { role: "admin" };
const PASSWORD = "copper lantern wide meadow";
beforeAll(async () => {
  world = await createTestWorld({ clock: { now: () => now } });
});
afterAll(() => world.drop());
beforeEach(async () => {
  now = new Date("2026-05-01T08:00:00Z");
  tenant = await world.tenant({ name: "Ours" });
  world.mails.length = 0;
});

/** The token out of the last mail, as a person has it. */
const mailed = () => String(world.mails.at(-1)?.text.match(/\/(?:join|reset)\/([\w-]+)/)?.[1]);
const invite = (email: string, role: "viewer" | "owner" = "viewer") =>
  inviteMember(tenant.ctx, { email, role, by, baseUrl });
const accept = (token: string, password = PASSWORD) =>
  acceptInvitation(world.adapters, { token, name: "New Person", password });
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: { code: string }) => error.code,
  );
const actions = async () =>
  (
    await world.sql<{ action: string }>("SELECT action FROM audit_entry WHERE chain = $1 ORDER BY seq", [tenant.id])
  ).map((row) => row.action);

test("somebody invited joins once with a name and a password, and the token is in the database only as a hash", async () => {
  const email = "New.Person@people.example";
  expect(await invite(email)).toMatchObject({ mailed: true });
  expect(world.mails.at(-1)).toMatchObject({ to: "new.person@people.example", subject: "Invitation to Ours" });
  const token = mailed();
  const [row] = await world.sql("SELECT * FROM invitation WHERE tenant_id = $1", [tenant.id]);
  expect(JSON.stringify(row)).not.toContain(token);
  expect(await readInvitation(world.adapters, { token })).toMatchObject({ into: "Ours", role: "viewer", known: false });
  expect(await refusal(accept(token, "short"))).toBe("invalid_request");
  expect(await accept(token)).toEqual({ email: "new.person@people.example" });
  await expect(signIn(world.adapters, { email, password: PASSWORD })).resolves.toBeDefined();
  expect(await refusal(accept(token))).toBe("session_expired");
  expect((await listMembers(tenant.ctx)).members.map((m) => [m.name, m.role])).toEqual([["New Person", "viewer"]]);
  expect(await actions()).toEqual(expect.arrayContaining(["member.invited", "member.joined"]));
  expect(JSON.stringify(await world.sql("SELECT details FROM audit_entry"))).not.toContain("people.example");
});

test("of two who take one invitation up at once, one joins", async () => {
  await invite("twice@people.example");
  const token = mailed();
  const both = await Promise.allSettled([accept(token), accept(token)]);
  expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
});

test("an invitation ends after seven days, when it is revoked, and when another is sent in its place", async () => {
  await invite("late@people.example");
  const late = mailed();
  now = new Date(now.getTime() + 7 * 86_400_000);
  expect(await refusal(accept(late))).toBe("session_expired");
  const { id } = await invite("gone@people.example");
  const gone = mailed();
  await revokeInvitation(tenant.ctx, { id });
  expect(await refusal(accept(gone))).toBe("session_expired");
  const again = await invite("again@people.example");
  const first = mailed();
  await resendInvitation(tenant.ctx, { id: again.id, baseUrl });
  expect(await refusal(accept(first))).toBe("session_expired");
  expect(await refusal(accept(mailed()))).toBe("done");
});

test("where the mail server is down the invitation stands and says that it was not sent", async () => {
  const down = { ...tenant.ctx, mailer: { send: () => Promise.reject(new Error("down")) } };
  const { id, mailed: sent } = await inviteMember(down, { email: "a@people.example", role: "viewer", by, baseUrl });
  expect(sent).toBe(false);
  expect(await resendInvitation(tenant.ctx, { id, baseUrl })).toMatchObject({ mailed: true });
});

test("an invitation never takes an account over: who can sign in already proves it with their password", async () => {
  const known = await makePerson(world);
  await invite(known.email);
  const token = mailed();
  expect(await readInvitation(world.adapters, { token })).toMatchObject({ known: true });
  expect(await refusal(accept(token, PASSWORD))).toBe("unauthenticated");
  expect(await refusal(accept(token, TEST_PASSWORD))).toBe("done");
  await expect(signIn(world.adapters, { email: known.email, password: TEST_PASSWORD })).resolves.toBeDefined();
  expect(await refusal(invite(known.email))).toBe("conflict");
});

test("another tenant's invitations and members cannot be seen, sent, revoked, changed or removed", async () => {
  const { id } = await invite("ours@people.example");
  const member = await makePerson(world, { roles: { [tenant.id]: "viewer" } });
  const { ctx } = await world.tenant();
  const before = await actions();
  const owner = { role: "owner" };
  expect(await listMembers(ctx)).toEqual({ members: [], invitations: [] });
  expect(await refusal(resendInvitation(ctx, { id, baseUrl }))).toBe("not_found");
  expect(await refusal(revokeInvitation(ctx, { id }))).toBe("not_found");
  expect(await refusal(changeRole(ctx, { userId: member.id, role: "admin", by: owner }))).toBe("not_found");
  expect(await refusal(removeMember(ctx, { userId: member.id, by: owner }))).toBe("not_found");
  expect(await actions()).toEqual(before);
});

test("a role holds from the next request on, and so does being removed", async () => {
  const member = await makePerson(world, { roles: { [tenant.id]: "viewer" } });
  const token = await signInAs(world, member);
  await changeRole(tenant.ctx, { userId: member.id, role: "developer", by });
  expect((await visitorOf(world, token))?.person.memberships[0].role).toBe("developer");
  await removeMember(tenant.ctx, { userId: member.id, by });
  expect((await visitorOf(world, token))?.person.memberships).toEqual([]);
  expect(await actions()).toEqual(expect.arrayContaining(["member.role_changed", "member.removed"]));
});

test("the last owner stays, also when two owners take each other away at once, and only owners make owners", async () => {
  const [one, two] = await Promise.all([0, 1].map(() => makePerson(world, { roles: { [tenant.id]: "owner" } })));
  const owner = { role: "owner" };
  expect(await refusal(invite("owner@people.example", "owner"))).toBe("forbidden");
  expect(await refusal(changeRole(tenant.ctx, { userId: one.id, role: "viewer", by }))).toBe("forbidden");
  expect(await refusal(removeMember(tenant.ctx, { userId: one.id, by }))).toBe("forbidden");
  const both = await Promise.all([
    refusal(removeMember(tenant.ctx, { userId: one.id, by: owner })),
    refusal(changeRole(tenant.ctx, { userId: two.id, role: "viewer", by: owner })),
  ]);
  expect(both.sort()).toEqual(["conflict", "done"]);
});

test("a forgotten password is set anew by the mail's link, once, and every session ends", async () => {
  const person = await makePerson(world, { roles: { [tenant.id]: "viewer" } });
  const token = await signInAs(world, person);
  await askPasswordReset(world.adapters, { email: person.email, baseUrl });
  await expect.poll(() => world.mails.length).toBe(1);
  const reset = (password: string) => refusal(resetPassword(world.adapters, { token: mailed(), password }));
  const first = world.mails[0];
  expect(JSON.stringify(await world.sql("SELECT * FROM password_reset"))).not.toContain(mailed());
  expect(await reset("short")).toBe("invalid_request");
  expect(await reset(PASSWORD)).toBe("done");
  expect(world.mails.at(-1)?.subject).toBe("Your password was changed");
  world.mails.push(first);
  expect(await reset("another copper lantern field")).toBe("session_expired");
  expect(await visitorOf(world, token)).toBeUndefined();
  await expect(signIn(world.adapters, { email: person.email, password: PASSWORD })).resolves.toBeDefined();
  expect(await actions()).toContain("person.password_reset");
});

test("a link for a password ends after an hour, and an unknown address gets the same answer and no mail", async () => {
  const person = await makePerson(world);
  const known = await askPasswordReset(world.adapters, { email: person.email, baseUrl });
  await expect.poll(() => world.mails.length).toBe(1);
  const unknown = await askPasswordReset(world.adapters, { email: "nobody@people.example", baseUrl });
  expect(unknown).toEqual(known);
  now = new Date(now.getTime() + 3_600_000);
  expect(await refusal(resetPassword(world.adapters, { token: mailed(), password: PASSWORD }))).toBe("session_expired");
  expect(world.mails).toHaveLength(1);
  for (let i = 0; i < 4; i++) await askPasswordReset(world.adapters, { email: "nobody@people.example", baseUrl });
  expect(await refusal(askPasswordReset(world.adapters, { email: "nobody@people.example", baseUrl }))).toBe(
    "rate_limited",
  );
});
