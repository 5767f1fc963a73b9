/** The cookie that takes the link's place. It is sent to the hosted page alone. */
export const CAPTURE_COOKIE = "vf_capture";
/** The language that the person chose on the hosted page. */
export const LOCALE_COOKIE = "vf_locale";

/** One cookie's value, or undefined. */
export function readCookie(headers: Headers, name: string): string | undefined {
  for (const part of (headers.get("cookie") ?? "").split(";")) {
    const at = part.indexOf("=");
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return undefined;
}

/**
 * In a frame of another site a cookie needs `SameSite=None; Secure; Partitioned` (CHIPS), and the page's own header and
 * `Sec-Fetch-Site` stand against forged requests; otherwise it is `Lax`. Lives a week, longer than the longest link.
 */
export function captureCookie(value: string, options: { embedded: boolean; secure: boolean }): string {
  const base = `${CAPTURE_COOKIE}=${value}; Path=/verify; HttpOnly; Max-Age=604800`;
  if (options.embedded) return `${base}; SameSite=None; Secure; Partitioned`;
  return `${base}; SameSite=Lax${options.secure ? "; Secure" : ""}`;
}
