const NOTHING_ELSE = "object-src 'none'; base-uri 'none'; frame-ancestors 'none'";
/** What is no page runs and loads nothing, wherever it is shown. */
const NO_PAGE = { key: "content-security-policy", value: `default-src 'none'; ${NOTHING_ELSE}` };
const NO_REFERRER = { key: "referrer-policy", value: "no-referrer" };
const NO_SNIFFING = { key: "x-content-type-options", value: "nosniff" };

/** @type {import("next").NextConfig} */
const nextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  experimental: { authInterrupts: true }, // `forbidden()`: pages that a role may not see answer 403
  serverExternalPackages: [
    "onnxruntime-node",
    "sharp",
    "pdfkit",
    "fontkit",
    "nodemailer",
    "tesseract.js",
    "pg",
    "zxing-wasm",
    "piscina",
    "pino",
  ],
  // pages have theirs from proxy.ts, the API and the capture page from their handlers
  headers: async () => [
    {
      source: "/:path*",
      headers: [{ key: "strict-transport-security", value: "max-age=63072000; includeSubDomains" }],
    },
    ...["/v1/:path*", "/verify/api/:path*"].map((source) => ({ source, headers: [NO_PAGE, NO_REFERRER] })),
    ...[
      "/api/:path*",
      "/pictures/:path*",
      "/healthz",
      "/metrics",
      "/_next/:path*",
      "/openapi.json",
      "/postman.json",
      "/embed.js",
    ].map((source) => ({ source, headers: [NO_PAGE, NO_REFERRER, NO_SNIFFING] })),
    // names hold a hash of the content, models a version in their query
    {
      source: "/:folder(capture|models|ort)/:file*",
      headers: [
        { key: "cache-control", value: "public, max-age=31536000, immutable" },
        {
          key: "content-security-policy",
          value: `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; ${NOTHING_ELSE}`,
        },
        NO_REFERRER,
        NO_SNIFFING,
      ],
    },
  ],
  typescript: { ignoreBuildErrors: true }, // `npm run types` checks them, with TypeScript 7
};

export default nextConfig;
