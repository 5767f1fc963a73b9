import type { TestWorld } from "@/server/adapters/testing/test-world";
import { findVisitor, type Visitor } from "@/server/services/people/find-visitor";
import { openSession } from "@/server/services/people/open-session";
import { hashPassword } from "@/server/services/people/password";

export const TEST_PASSWORD = "violet otter under seven maps";
let hash: Promise<string> | undefined;

export interface TestPerson {
  readonly id: string;
  readonly email: string;
}

/** Somebody who can sign in, with their roles by tenant. */
export async function makePerson(
  world: TestWorld,
  given: { roles?: Readonly<Record<string, string>>; operatorRole?: string } = {},
): Promise<TestPerson> {
  hash ??= hashPassword(TEST_PASSWORD);
  const id = world.adapters.ids.make("usr");
  const email = `${id}@people.example`;
  const password_hash = await hash;
  await world.adapters.database.asPlatform(async (tx) => {
    await tx.user.create({
      data: { id, email, name: "Test Person", password_hash, operator_role: given.operatorRole ?? null },
    });
    for (const [tenant_id, role] of Object.entries(given.roles ?? {})) {
      await tx.member.create({ data: { tenant_id, user_id: id, role } });
    }
  });
  return { id, email };
}

/** Opens a session and answers its secret. */
export function signInAs(
  world: TestWorld,
  person: TestPerson,
  given: { strong?: boolean; device?: string } = {},
): Promise<string> {
  const { strong = false, device = "Firefox/1 Linux" } = given;
  return openSession(world.adapters, { userId: person.id, method: "password", strong, device });
}

/** Who the secret stands for, as every process asks for each request. */
export function visitorOf(
  world: TestWorld,
  token: string,
  operatorsNeedSecondFactor = false,
): Promise<Visitor | undefined> {
  return findVisitor(world.adapters, { token, operatorsNeedSecondFactor });
}
