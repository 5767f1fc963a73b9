import { TOTP } from "otpauth";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { makeKeys } from "@/server/adapters/keys/keys";
import { localKeyProvider } from "@/server/adapters/keys/local-key-provider";
import { createTestWorld, type TestTenant, type TestWorld } from "@/server/adapters/testing/test-world";
import { decideApproval } from "@/server/services/approvals/decide-approval";
import { listApprovals } from "@/server/services/approvals/list-approvals";
import { askSecondFactorReset } from "@/server/services/operators/ask-second-factor-reset";
import { beginSecondFactor } from "@/server/services/people/begin-second-factor";
import { checkSecondFactor } from "@/server/services/people/check-second-factor";
import { confirmSecondFactor } from "@/server/services/people/confirm-second-factor";
import { disableSecondFactor } from "@/server/services/people/disable-second-factor";
import { renewRecoveryCodes } from "@/server/services/people/renew-recovery-codes";
import { resealSecondFactors } from "@/server/services/people/reseal-second-factors";
import {
  makePerson,
  signInAs,
  TEST_PASSWORD,
  type TestPerson,
  visitorOf,
} from "@/server/services/people/testing/make-person";

let world: TestWorld;
let tenant: TestTenant;
let person: TestPerson;
let token: string;
let now = new Date();
beforeAll(async () => {
  world = await createTestWorld({ clock: { now: () => now } });
  tenant = await world.tenant();
});
afterAll(() => world.drop());
beforeEach(async () => {
  now = new Date("2026-05-01T08:00:00Z");
  person = await makePerson(world, { roles: { [tenant.id]: "viewer" } });
  token = await signInAs(world, person);
});

/** An authenticator app of its own, that knows no more than the address in the QR code. */
const codeOf = (secret: string, stepsLater = 0) =>
  new TOTP({ secret }).generate({ timestamp: now.getTime() + stepsLater * 30_000 });
const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000);
};
const check = (code: string) =>
  checkSecondFactor(world.adapters, { userId: person.id, code }).then(
    () => "taken",
    (error: { code: string }) => error.code,
  );

async function enrol(): Promise<{ secret: string; recoveryCodes: readonly string[] }> {
  const { secret } = await beginSecondFactor(world.adapters, { userId: person.id });
  const { sessionId } = (await visitorOf(world, token))!;
  const code = codeOf(secret);
  const { recoveryCodes } = await confirmSecondFactor(world.adapters, { userId: person.id, sessionId, code });
  later(60);
  return { secret, recoveryCodes };
}

test("a code of the app is taken once: not again, not an earlier one, not a wrong one", async () => {
  const { secret } = await enrol();
  const code = codeOf(secret);
  expect(await check(code)).toBe("taken");
  expect(await check(code)).toBe("unauthenticated");
  expect(await check(codeOf(secret, -1))).toBe("unauthenticated");
  later(30);
  expect(await check(codeOf(secret))).toBe("taken");
});

test("the same code sent twenty times at once passes once", async () => {
  const { secret } = await enrol();
  const code = codeOf(secret);
  const unlimited = {
    ...world.adapters,
    rates: { count: async () => ({ allowed: true, remaining: 1, resetSeconds: 1 }) },
  };
  const all = await Promise.allSettled(
    Array.from({ length: 20 }, () => checkSecondFactor({ ...unlimited } as never, { userId: person.id, code })),
  );
  expect(all.filter((one) => one.status === "fulfilled")).toHaveLength(1);
});

test("five tries in five minutes, then even the right code waits", async () => {
  const { secret } = await enrol();
  for (let i = 0; i < 4; i++) expect(await check("000000")).toBe("unauthenticated");
  expect(await check(codeOf(secret))).toBe("rate_limited");
});

test("a second factor counts only once a code of it was given, and then every other session has to show one", async () => {
  const elsewhere = await signInAs(world, person);
  await beginSecondFactor(world.adapters, { userId: person.id });
  expect((await visitorOf(world, elsewhere))?.stage).toBe("full");
  await enrol();
  expect((await visitorOf(world, token))?.stage).toBe("full");
  expect((await visitorOf(world, elsewhere))?.stage).toBe("second_factor");
  await expect(beginSecondFactor(world.adapters, { userId: person.id })).rejects.toMatchObject({ code: "conflict" });
});

test("a recovery code stands in once, and neither it nor the app's secret is in the database in clear", async () => {
  const { secret, recoveryCodes } = await enrol();
  expect(new Set(recoveryCodes).size).toBe(10);
  const rows = await world.sql('SELECT u.*, r.code_hash FROM "user" u JOIN recovery_code r ON r.user_id = u.id');
  const dump = rows
    .map((row) => JSON.stringify(row) + Buffer.from(row.totp_sealed as Buffer).toString("latin1"))
    .join();
  for (const text of [secret, ...recoveryCodes, ...recoveryCodes.map((code) => code.replaceAll("-", ""))]) {
    expect(dump).not.toContain(text);
  }
  expect(await check(recoveryCodes[0].toUpperCase().replaceAll("-", " "))).toBe("taken");
  expect(await check(recoveryCodes[0])).toBe("unauthenticated");
  expect(await check(recoveryCodes[1])).toBe("taken");
});

test("new recovery codes take the place of the old ones, and need password and code", async () => {
  const { secret, recoveryCodes } = await enrol();
  const asked = { userId: person.id, password: TEST_PASSWORD, code: codeOf(secret) };
  await expect(renewRecoveryCodes(world.adapters, { ...asked, password: "x" })).rejects.toMatchObject({
    code: "unauthenticated",
  });
  const renewed = await renewRecoveryCodes(world.adapters, asked);
  expect(await check(recoveryCodes[0])).toBe("unauthenticated");
  expect(await check(renewed.recoveryCodes[0])).toBe("taken");
});

test("taking it away needs the password and a code", async () => {
  const { secret } = await enrol();
  const without = (given: { password?: string; code?: string }) =>
    disableSecondFactor(world.adapters, { userId: person.id, password: "", code: "", ...given }).then(
      () => "removed",
      (error: { code: string }) => error.code,
    );
  expect(await without({ code: codeOf(secret) })).toBe("unauthenticated");
  expect(await without({ password: TEST_PASSWORD, code: "123456" })).toBe("unauthenticated");
  expect((await visitorOf(world, token))?.person.secondFactor.enrolled).toBe(true);
  expect(await without({ password: TEST_PASSWORD, code: codeOf(secret) })).toBe("removed");
  expect((await visitorOf(world, token))?.person.secondFactor.enrolled).toBe(false);
  const entries = await world.sql<{ action: string }>("SELECT action FROM audit_entry WHERE target = $1", [person.id]);
  expect(entries.map((row) => row.action)).toEqual(
    expect.arrayContaining(["person.second_factor_set_up", "person.second_factor_removed"]),
  );
});

test("after the master key was changed a second factor still opens, with the new key alone", async () => {
  const { secret } = await enrol();
  const [before, after] = [new Uint8Array(32).fill(7), new Uint8Array(32).fill(8)];
  await resealSecondFactors({ ...world.adapters, keys: makeKeys(localKeyProvider(after, [before])) });
  const alone = { ...world.adapters, keys: makeKeys(localKeyProvider(after)) };
  await expect(checkSecondFactor(alone, { userId: person.id, code: codeOf(secret) })).resolves.toBeUndefined();
  await resealSecondFactors({ ...world.adapters, keys: makeKeys(localKeyProvider(before, [after])) });
});

test("a lost second factor is taken away by two operators: signed out, told, audited, and the password opens again", async () => {
  await enrol();
  const operators = await Promise.all([0, 1].map(() => makePerson(world, { operatorRole: "super_admin" })));
  const [one, two] = operators.map(({ id }) => ({ ...tenant.ctx, tenantId: "operator", actor: id }));
  const asked = { email: person.email, note: "seen in person", fourEyes: true };
  expect(await askSecondFactorReset(one, asked)).toBe("waiting");
  expect((await visitorOf(world, token))?.person.secondFactor.enrolled).toBe(true);
  const request = (await listApprovals(two, "operator")).find((row) => row.subject === person.id)!;
  await decideApproval(two, "operator", { id: request.id, allow: true, holds: () => true });
  expect(await visitorOf(world, token)).toBeUndefined();
  expect((await visitorOf(world, await signInAs(world, person)))?.stage).toBe("full");
  expect(world.mails.at(-1)).toMatchObject({ to: person.email, subject: "Your second factor was taken away" });
  for (const chain of [tenant.id, "operator"]) {
    const where = "chain = $1 AND target = $2 AND action = 'person.second_factor_reset'";
    expect(await world.sql(`SELECT 1 FROM audit_entry WHERE ${where}`, [chain, person.id])).toHaveLength(1);
  }
  await expect(askSecondFactorReset(one, { ...asked, fourEyes: false })).rejects.toMatchObject({ code: "conflict" });
});
