import type { NextRequest } from "next/server";
import { serveFunctions } from "@/server/jobs/serve-functions";

/** Where a real Inngest server calls the durable functions; there is nothing here for the embedded executor. */
let handlers: ReturnType<typeof serveFunctions>;

async function handle(method: "GET" | "POST" | "PUT", request: NextRequest): Promise<Response> {
  handlers ??= serveFunctions();
  if (!handlers) return new Response(null, { status: 404 });
  return handlers[method](request, undefined);
}

export const maxDuration = 300;
export const GET = (request: NextRequest) => handle("GET", request);
export const POST = (request: NextRequest) => handle("POST", request);
export const PUT = (request: NextRequest) => handle("PUT", request);
