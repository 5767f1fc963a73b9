import type { z } from "zod";
import type { SandboxScenario } from "@/server/contract/v1/sandbox";
import { SCENARIOS } from "@/server/domain/sandbox/scenarios";
import type { Ctx } from "@/server/services/ports";
import { requireSandbox } from "@/server/services/sandbox/require-sandbox";

/** Everything that the sandbox can play. AppError `not_found` for live keys. */
export async function listScenarios(ctx: Ctx): Promise<{ data: z.input<typeof SandboxScenario>[] }> {
  requireSandbox(ctx);
  const data = Object.entries(SCENARIOS).map(([id, scenario]) => ({
    id,
    title: scenario.title,
    kind: scenario.kind,
    expect: { decision: scenario.expect.decision, reasons: [...scenario.expect.reasons] },
    send: scenario.kind === "seen" ? (scenario.send ?? {}) : {},
    picture: scenario.kind === "seen" ? `/sandbox/${id}.png` : null,
  }));
  return { data };
}
