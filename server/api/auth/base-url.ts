import { env } from "@/server/env";

/** Where people reach the server; links in mails begin with it. */
export function baseUrl(): string {
  const { BASE_URL, PORT } = env();
  return BASE_URL ?? `http://localhost:${PORT}`;
}

/** Cookies of sign-in go over TLS only, where the server is reached by it, and then carry the `__Secure-` prefix. */
export function secureCookies(): boolean {
  return (env().NEXTAUTH_URL ?? baseUrl()).startsWith("https://");
}
