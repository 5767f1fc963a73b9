import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { appRouter } from "@/server/api/trpc/app-router";
import { requestContext } from "@/server/api/trpc/request-context";

/** A form of another site can post text or form data with our cookie, but not JSON: nothing else is taken. */
function isForgeable(request: Request): boolean {
  return request.method === "POST" && !request.headers.get("content-type")?.startsWith("application/json");
}

function handler(request: Request): Promise<Response> | Response {
  if (isForgeable(request)) return new Response(null, { status: 415 });
  return fetchRequestHandler({ endpoint: "/api/trpc", req: request, router: appRouter, createContext: requestContext });
}

export { handler as GET, handler as POST };
