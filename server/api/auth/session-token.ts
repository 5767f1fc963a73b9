import { getToken } from "next-auth/jwt";
import { hostCookie } from "@/server/api/host-cookie";

export const sessionCookie = (secureCookies: boolean): string => hostCookie("next-auth.session-token", secureCookies);

/** The session's secret out of the encrypted cookie; undefined where there is none or it was not written by us. */
export async function sessionToken(
  cookies: Readonly<Record<string, string>>,
  options: { readonly secureCookies: boolean; readonly secret?: string },
): Promise<string | undefined> {
  const req = { cookies, headers: {} } as unknown as Parameters<typeof getToken>[0]["req"];
  const { secureCookies: secureCookie, secret } = options;
  const token = await getToken({ req, secureCookie, secret, cookieName: sessionCookie(secureCookie) });
  return token?.session;
}
