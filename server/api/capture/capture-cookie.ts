import { isSecure } from "@/server/api/capture/public-origin";
import { hostCookie, rememberedCookie } from "@/server/api/host-cookie";

/** Takes the link's place. */
const CAPTURE = "vf_capture";
/** The language that the person chose on the hosted page. */
const LOCALE = "vf_locale";

function readCookie(headers: Headers, name: string): string | undefined {
  for (const part of (headers.get("cookie") ?? "").split(";")) {
    const at = part.indexOf("=");
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return undefined;
}

export function readCaptureCookie(request: Request): string | undefined {
  return readCookie(request.headers, hostCookie(CAPTURE, isSecure(request)));
}

/**
 * In a frame of another site a cookie needs `SameSite=None; Secure; Partitioned` (CHIPS), and the page's own header and
 * `Sec-Fetch-Site` stand against forged requests; otherwise it is `Lax`. Lives a week, longer than the longest link.
 */
export function captureCookie(value: string, options: { embedded: boolean; secure: boolean }): string {
  const base = `${namedWithPath(CAPTURE, value, options.secure)}; HttpOnly; Max-Age=604800`;
  if (options.embedded) return `${base}; SameSite=None; Secure; Partitioned`;
  return `${base}; SameSite=Lax${options.secure ? "; Secure" : ""}`;
}

export function readLocaleCookie(headers: Headers): string | undefined {
  return rememberedCookie((name) => readCookie(headers, name), LOCALE);
}

export function localeCookie(locale: string, secure: boolean): string {
  return `${namedWithPath(LOCALE, locale, secure)}; Max-Age=31536000; SameSite=Lax${secure ? "; Secure" : ""}`;
}

/** To the hosted page alone, unless its name binds it to the host, which asks for the whole of it. */
function namedWithPath(name: string, value: string, secure: boolean): string {
  return `${hostCookie(name, secure)}=${value}; Path=${secure ? "/" : "/verify"}`;
}
