import { redirect } from "next/navigation";
import { currentVisitor } from "@/server/api/auth/current-visitor";
import type { Person } from "@/server/services/people/find-visitor";

/**
 * The person signed in, whole; anybody else is sent to the step of sign-in that is missing, and comes back to `next`.
 */
export async function requirePerson(next: string): Promise<Person> {
  const visitor = await currentVisitor();
  const back = `?callbackUrl=${encodeURIComponent(next)}`;
  if (!visitor) redirect(`/sign-in${back}`);
  if (visitor.stage === "second_factor") redirect(`/sign-in/second-factor${back}`);
  if (visitor.stage === "enrolment") redirect(`/sign-in/enrol${back}`);
  return visitor.person;
}
