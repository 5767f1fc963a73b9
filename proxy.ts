import { type NextRequest, NextResponse } from "next/server";

/**
 * The gate of every page: a Content-Security-Policy with a nonce of this request's own, and the headers that a browser
 * should keep to. The hosted capture page writes its own, stricter policy (app/verify/show-page.ts).
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = pagePolicy(nonce, process.env.NODE_ENV === "development");
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set("x-nonce", nonce);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  response.headers.set("cross-origin-opener-policy", "same-origin");
  response.headers.set("permissions-policy", "camera=(), microphone=(), geolocation=()");
  response.headers.set("referrer-policy", "strict-origin-when-cross-origin");
  response.headers.set("x-content-type-options", "nosniff");
  response.headers.set("x-frame-options", "DENY");
  return response;
}

/** Charts and overlays set inline styles, so styles may be inline; scripts never without the nonce. */
function pagePolicy(nonce: string, development: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Pages only: files, the API and the hosted capture page keep their own headers, and bodies are not read twice. */
export const config = {
  matcher: [
    "/((?!_next/|v1/|api/|verify/|pictures/|capture/|models/|ort/|healthz|metrics|embed\\.js|openapi\\.json|postman\\.json).*)",
  ],
};
