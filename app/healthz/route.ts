import { adapters } from "@/server/adapters/live";
import { checkReadiness } from "@/server/services/operator/check-readiness";

export const dynamic = "force-dynamic";

/** For load balancers and probes: 200 where requests can be served, 503 where not. Says nothing else. */
export async function GET(): Promise<Response> {
  const checks = await checkReadiness(adapters());
  const ready = Object.values(checks).every((state) => state === "ok");
  const body = { status: ready ? "ok" : "unavailable", checks };
  return Response.json(body, { status: ready ? 200 : 503, headers: { "Cache-Control": "no-store" } });
}
