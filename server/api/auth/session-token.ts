import { getToken } from "next-auth/jwt";

/** The session's secret out of the encrypted cookie; undefined where there is none or it was not written by us. */
export async function sessionToken(
  cookies: Readonly<Record<string, string>>,
  options: { readonly secureCookies: boolean; readonly secret?: string },
): Promise<string | undefined> {
  const req = { cookies, headers: {} } as unknown as Parameters<typeof getToken>[0]["req"];
  const token = await getToken({ req, secureCookie: options.secureCookies, secret: options.secret });
  return token?.session;
}
