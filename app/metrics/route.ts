import { adapters } from "@/server/adapters/live";
import { mayReadMetrics } from "@/server/api/may-read-metrics";
import { metrics } from "@/server/api/metrics";
import { currentWire } from "@/server/api/request/wire";
import { env } from "@/server/env";
import { readHealth } from "@/server/services/operator/read-health";

export const dynamic = "force-dynamic";

/** Prometheus figures, for whoever may read them; to others there is nothing here. */
export async function GET(request: Request): Promise<Response> {
  if (!mayReadMetrics(request.headers, currentWire(), env().METRICS_TOKEN)) return new Response(null, { status: 404 });
  const { text, contentType } = await metrics().expose(await readHealth(adapters()));
  return new Response(text, { headers: { "Content-Type": contentType, "Cache-Control": "no-store" } });
}
