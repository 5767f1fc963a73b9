import { getServerSession } from "next-auth";
import { cache } from "react";
import { adapters } from "@/server/adapters/live";
import { authOptions } from "@/server/api/auth/options";
import { findPerson, type Person } from "@/server/services/people/find-person";

/** Who is signed in, by the request's cookie; undefined for nobody and for a revoked session. Asked once a page. */
export const currentPerson = cache(async (): Promise<Person | undefined> => {
  const session = await getServerSession(authOptions);
  if (!session?.userId) return undefined;
  return findPerson(adapters(), { id: session.userId, sessionEpoch: session.sessionEpoch });
});
