import { env } from "@/server/env";

/** The origin under which people reach this server: as configured, else as this request came. */
export function publicOrigin(request: Request): string {
  const configured = env().BASE_URL;
  if (configured) return new URL(configured).origin;
  const host = request.headers.get("host") ?? new URL(request.url).host;
  return `${new URL(request.url).protocol}//${host}`;
}

/** Whether people reach this server over https. */
export function isSecure(request: Request): boolean {
  return publicOrigin(request).startsWith("https:");
}
