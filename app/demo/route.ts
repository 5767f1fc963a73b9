import { randomBytes } from "node:crypto";
import { adapters } from "@/server/adapters/live";
import { publicOrigin } from "@/server/api/capture/public-origin";
import { CreateSessionBody } from "@/server/contract/v1/sessions";
import { env } from "@/server/env";
import { createSession } from "@/server/services/sessions/create-session";

const DEMO_TENANT = "ten_demo";
/** Sessions a minute: it is open to whoever reaches the server. */
const LIMIT = { limit: 30, seconds: 60 };

/** Makes a test session of the seeded demo tenant and goes to its link; 404 where no demo was seeded. */
export async function GET(request: Request): Promise<Response> {
  if (!env().DEMO) return new Response(null, { status: 404 });
  const outside = adapters();
  const { database } = outside;
  const demo = await database.asPlatform((tx) => tx.tenant.findUnique({ where: { id: DEMO_TENANT } }));
  if (demo?.status !== "active") return new Response(null, { status: 404 });
  const { allowed } = await outside.rates.count("demo", LIMIT);
  if (!allowed) return new Response("Too many demo sessions; try again in a minute.", { status: 429 });
  const traceId = randomBytes(16).toString("hex");
  const ctx = { ...outside, tenantId: DEMO_TENANT, environment: "test" as const, actor: "system", traceId };
  const asked = CreateSessionBody.parse({
    reference: "demo",
    return_url: `${publicOrigin(request)}/dashboard/verifications`,
    expires_in_minutes: 60,
  });
  const { token } = await createSession(ctx, asked);
  const headers = { location: `/verify/${token}`, "cache-control": "no-store", "referrer-policy": "no-referrer" };
  return new Response(null, { status: 303, headers });
}
