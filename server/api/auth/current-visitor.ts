import { cookies } from "next/headers";
import { cache } from "react";
import { adapters } from "@/server/adapters/live";
import { secureCookies } from "@/server/api/auth/base-url";
import { sessionToken } from "@/server/api/auth/session-token";
import { env } from "@/server/env";
import { findVisitor, type Visitor } from "@/server/services/people/find-visitor";

/** Who is here, by the request's cookie, and how far they have signed in; undefined for nobody. Asked once a page. */
export const currentVisitor = cache(async (): Promise<Visitor | undefined> => {
  const jar = Object.fromEntries((await cookies()).getAll().map(({ name, value }) => [name, value]));
  const token = await sessionToken(jar, { secureCookies: secureCookies() });
  if (!token) return undefined;
  return findVisitor(adapters(), { token, operatorsNeedSecondFactor: env().OPERATOR_SECOND_FACTOR });
});
