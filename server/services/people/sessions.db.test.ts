import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openDatabase } from "@/server/adapters/database/database";
import { createTestWorld, type TestTenant, type TestWorld } from "@/server/adapters/testing/test-world";
import { revokeMemberSessions } from "@/server/services/members/revoke-member-sessions";
import { changePassword } from "@/server/services/people/change-password";
import { endSession } from "@/server/services/people/end-session";
import { limitTries } from "@/server/services/people/limit-tries";
import { listSessions } from "@/server/services/people/list-sessions";
import { revokeSessions } from "@/server/services/people/revoke-sessions";
import { signIn } from "@/server/services/people/sign-in";
import { sweepPeople } from "@/server/services/people/sweep-people";
import { makePerson, signInAs, TEST_PASSWORD, visitorOf } from "@/server/services/people/testing/make-person";
import { updateSettings } from "@/server/services/tenants/update-settings";

let world: TestWorld;
let tenant: TestTenant;
let now = new Date();
beforeAll(async () => {
  world = await createTestWorld({ clock: { now: () => now } });
});
afterAll(() => world.drop());
beforeEach(async () => {
  now = new Date("2026-05-01T08:00:00Z");
  tenant = await world.tenant();
});
const after = (hours: number) => {
  now = new Date(now.getTime() + hours * 3_600_000);
};
const actions = async (chain: string) =>
  (await world.sql<{ action: string }>("SELECT action FROM audit_entry WHERE chain = $1 ORDER BY seq", [chain])).map(
    (row) => row.action,
  );

test("a session's secret is nowhere in the database, and opens only its own session", async () => {
  const person = await makePerson(world, { roles: { [tenant.id]: "viewer" } });
  const token = await signInAs(world, person);
  const [row] = await world.sql("SELECT * FROM person_session WHERE user_id = $1", [person.id]);
  expect(JSON.stringify(row)).not.toContain(token);
  expect(await visitorOf(world, token)).toMatchObject({ stage: "full", person: { id: person.id } });
  expect(await visitorOf(world, `${token}x`)).toBeUndefined();
  expect(await visitorOf(world, String(row.token_hash))).toBeUndefined();
});

test("every sign-in is in the audit, with how it was done and without an address", async () => {
  const person = await makePerson(world, { roles: { [tenant.id]: "viewer" }, operatorRole: "support" });
  await signInAs(world, person, { strong: true });
  for (const chain of [tenant.id, "operator"]) {
    const entries = await world.sql("SELECT * FROM audit_entry WHERE chain = $1 AND target = $2", [chain, person.id]);
    expect(entries).toMatchObject([
      { action: "person.signed_in", actor: person.id, details: { method: "password", second_factor: true } },
    ]);
    expect(JSON.stringify(entries)).not.toContain("people.example");
  }
});

test("a revoked session is refused at once by a second process with a pool of its own", async () => {
  const person = await makePerson(world);
  const [kept, lost] = [await signInAs(world, person), await signInAs(world, person)];
  const other = openDatabase(world.serverUrl, { poolSize: 2 });
  const there = (token: string) =>
    visitorOf({ ...world, adapters: { ...world.adapters, database: other } }, token).then((v) => v !== undefined);
  try {
    expect([await there(kept), await there(lost)]).toEqual([true, true]);
    const { sessionId } = (await visitorOf(world, lost))!;
    await revokeSessions(world.adapters, { userId: person.id, password: TEST_PASSWORD, id: sessionId });
    expect([await there(kept), await there(lost)]).toEqual([true, false]);
  } finally {
    await other.close();
  }
});

test("a person sees their own sessions with device and time, and ends one or all the others with their password", async () => {
  const person = await makePerson(world);
  const stranger = await makePerson(world);
  const phone = await signInAs(world, person, { device: "Mozilla/5.0 (iPhone) Version/18 Mobile Safari/604.1" });
  const laptop = await signInAs(world, person);
  const theirs = await signInAs(world, stranger);
  const listed = await listSessions(world.adapters, { userId: person.id });
  expect(listed.map((one) => one.device).sort()).toEqual(["Firefox on Linux", "Safari on iOS"]);
  const foreign = (await visitorOf(world, theirs))!.sessionId;
  const proof = { userId: person.id, password: TEST_PASSWORD };
  await expect(revokeSessions(world.adapters, { ...proof, id: foreign })).rejects.toMatchObject({ code: "not_found" });
  const here = (await visitorOf(world, laptop))!.sessionId;
  await expect(revokeSessions(world.adapters, { ...proof, password: "wrong", allBut: here })).rejects.toMatchObject({
    code: "unauthenticated",
  });
  expect(await visitorOf(world, phone)).toBeDefined();
  expect(await revokeSessions(world.adapters, { ...proof, allBut: here })).toEqual({ revoked: 1 });
  expect(await visitorOf(world, phone)).toBeUndefined();
  expect(await visitorOf(world, laptop)).toBeDefined();
  expect(await visitorOf(world, theirs)).toBeDefined();
});

test("a session ends after two idle hours, after twelve in any case, and by signing out", async () => {
  const person = await makePerson(world);
  const idle = await signInAs(world, person);
  after(2.01);
  expect(await visitorOf(world, idle)).toBeUndefined();
  const busy = await signInAs(world, person);
  for (let hour = 0; hour < 11; hour++) {
    after(1);
    expect(await visitorOf(world, busy)).toBeDefined();
  }
  after(1);
  expect(await visitorOf(world, busy)).toBeUndefined();
  const left = await signInAs(world, person);
  await endSession(world.adapters, { token: left });
  expect(await visitorOf(world, left)).toBeUndefined();
});

test("a changed password ends every other session, is told by mail, and the old one opens nothing", async () => {
  const person = await makePerson(world, { roles: { [tenant.id]: "admin" } });
  const [here, elsewhere] = [await signInAs(world, person), await signInAs(world, person)];
  const { sessionId } = (await visitorOf(world, here))!;
  const asked = { userId: person.id, sessionId, next: "quiet harbour nine lamps" };
  await expect(changePassword(world.adapters, { ...asked, password: "wrong" })).rejects.toMatchObject({
    code: "unauthenticated",
  });
  await expect(
    changePassword(world.adapters, { ...asked, password: TEST_PASSWORD, next: "password1234" }),
  ).rejects.toMatchObject({ code: "invalid_request" });
  await changePassword(world.adapters, { ...asked, password: TEST_PASSWORD });
  expect(await visitorOf(world, here)).toBeDefined();
  expect(await visitorOf(world, elsewhere)).toBeUndefined();
  await expect(signIn(world.adapters, { email: person.email, password: TEST_PASSWORD })).rejects.toMatchObject({
    code: "unauthenticated",
  });
  await expect(signIn(world.adapters, { email: person.email, password: asked.next })).resolves.toBeDefined();
  expect(world.mails.at(-1)).toMatchObject({ to: person.email, subject: "Your password was changed" });
  expect(await actions(tenant.id)).toContain("person.password_changed");
});

test("an administrator signs a member out, but nobody of another tenant and no owner", async () => {
  const member = await makePerson(world, { roles: { [tenant.id]: "viewer" } });
  const owner = await makePerson(world, { roles: { [tenant.id]: "owner" } });
  const token = await signInAs(world, member);
  const other = await world.tenant();
  const by = { role: "admin" };
  await expect(revokeMemberSessions(other.ctx, { userId: member.id, by })).rejects.toMatchObject({ code: "not_found" });
  await expect(revokeMemberSessions(tenant.ctx, { userId: owner.id, by })).rejects.toMatchObject({ code: "forbidden" });
  expect(await visitorOf(world, token)).toBeDefined();
  expect(await revokeMemberSessions(tenant.ctx, { userId: member.id, by })).toEqual({ revoked: 1 });
  expect(await visitorOf(world, token)).toBeUndefined();
  expect(await actions(tenant.id)).toContain("member.sessions_revoked");
  expect(await actions(other.id)).not.toContain("member.sessions_revoked");
});

test("a tenant that begins to demand a second factor holds open sessions to it", async () => {
  const person = await makePerson(world, { roles: { [tenant.id]: "viewer" } });
  const token = await signInAs(world, person);
  await updateSettings(tenant.ctx, { access: { second_factor: true, four_eyes: true } });
  expect((await visitorOf(world, token))?.stage).toBe("enrolment");
});

test("operators need a second factor where the configuration says so", async () => {
  const token = await signInAs(world, await makePerson(world, { operatorRole: "support" }));
  expect((await visitorOf(world, token, true))?.stage).toBe("enrolment");
  expect((await visitorOf(world, token, false))?.stage).toBe("full");
});

test("passwords are tried ten times in a quarter of an hour, right ones too, of known and unknown addresses alike", async () => {
  const person = await makePerson(world);
  for (const email of [person.email, "nobody@people.example"]) {
    for (let i = 0; i < 10; i++) await limitTries(world.adapters, "password", email);
    await expect(signIn(world.adapters, { email, password: TEST_PASSWORD })).rejects.toMatchObject({
      code: "rate_limited",
    });
  }
});

test("what ended thirty days ago is forgotten", async () => {
  const person = await makePerson(world);
  await signInAs(world, person);
  after(24 * 31);
  await sweepPeople(world.adapters);
  expect(await world.sql("SELECT 1 FROM person_session WHERE user_id = $1", [person.id])).toEqual([]);
});
