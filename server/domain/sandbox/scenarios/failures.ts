import type { Scenario } from "@/server/domain/sandbox/scenario";
import { soundSight } from "@/server/domain/sandbox/sound-sight";

function gone(title: string, which: "liveness" | "document" | "faces"): Scenario {
  const see = (today: string) => soundSight(today, { [which]: "unavailable" });
  return { kind: "seen", title, see, expect: { decision: "review", reasons: ["step_undone"] } };
}

/** Models that do not answer, however often they are asked: never an acceptance, never billed. */
export const failures: Readonly<Record<string, Scenario>> = {
  liveness_unavailable: gone("The liveness model does not answer", "liveness"),
  document_unavailable: gone("The document's reader does not answer", "document"),
  face_match_unavailable: gone("The face model does not answer", "faces"),
};
