import type { Scenario } from "@/server/domain/sandbox/scenario";
import { decisions } from "@/server/domain/sandbox/scenarios/decisions";
import { documentPage } from "@/server/domain/sandbox/scenarios/document-page";
import { documentZone } from "@/server/domain/sandbox/scenarios/document-zone";
import { endings } from "@/server/domain/sandbox/scenarios/endings";
import { faces } from "@/server/domain/sandbox/scenarios/faces";
import { failures } from "@/server/domain/sandbox/scenarios/failures";
import { forgeries } from "@/server/domain/sandbox/scenarios/forgeries";
import { licenceScenarios } from "@/server/domain/sandbox/scenarios/licence";
import { liveness } from "@/server/domain/sandbox/scenarios/liveness";
import { profile } from "@/server/domain/sandbox/scenarios/profile";

/** Every scenario of the sandbox by its id; a test holds this list and the folder equal. */
export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  ...decisions,
  ...liveness,
  ...faces,
  ...documentZone,
  ...documentPage,
  ...licenceScenarios,
  ...forgeries,
  ...profile,
  ...failures,
  ...endings,
};

/** The scenario of that id; undefined for none. */
export function findScenario(id: string | undefined): Scenario | undefined {
  return id !== undefined && Object.hasOwn(SCENARIOS, id) ? SCENARIOS[id] : undefined;
}
