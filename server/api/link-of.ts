import { env } from "@/server/env";

/** The address at which a person opens a session, by the token that is shown once. */
export function linkOf(token: string): string {
  const { BASE_URL, PORT } = env();
  return new URL(`/verify/${token}`, BASE_URL ?? `http://localhost:${PORT}`).href;
}
