import { type Signer, signedHeaders } from "@/server/contract/signing";

/** A request as Swagger UI is about to send it. */
export interface TriedRequest {
  url: string;
  method?: string;
  headers: Record<string, string>;
  body?: string | FormData | Blob;
}

/**
 * Signs a tried request with the visitor's own key, in the browser. A form is packed here first: its boundary is part
 * of the bytes under the signature. Loading the description itself is left alone, as is everything on another origin.
 */
export async function signRequest(request: TriedRequest, signer: Signer, page: URL): Promise<TriedRequest> {
  const url = new URL(request.url, page);
  if (url.origin !== page.origin || !url.pathname.startsWith("/v1/")) return request;
  const method = (request.method ?? "GET").toUpperCase();
  const packed = new Response(request.body ?? null);
  const body = new Uint8Array(await packed.arrayBuffer());
  const signed = await signedHeaders(signer, {
    timestamp: String(Date.now()),
    method,
    path: url.pathname + url.search,
    body,
  });
  const type = request.body instanceof FormData ? packed.headers.get("content-type") : null;
  const headers = {
    ...withoutType(request.headers, type !== null),
    ...signed,
    ...(type ? { "Content-Type": type } : {}),
  };
  return { ...request, headers, body: request.body === undefined ? undefined : new Blob([body]) };
}

function withoutType(headers: Record<string, string>, drop: boolean): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !drop || name.toLowerCase() !== "content-type"));
}
