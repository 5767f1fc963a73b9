import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Decision } from "@/server/contract/enums";
import { checks } from "@/server/domain/documents/checks";
import { magicPicture, marked, scenarioIdOf } from "@/server/domain/sandbox/magic-picture";
import { scenarioIdIn } from "@/server/domain/sandbox/magic-values";
import type { SeenScenario } from "@/server/domain/sandbox/scenario";
import { SCENARIOS } from "@/server/domain/sandbox/scenarios";
import { codesOf, playScenario } from "@/server/domain/sandbox/testing/play-scenario";
import { DEFAULT_WORKFLOW } from "@/server/domain/workflow/definition";

const seen = Object.entries(SCENARIOS).filter((entry): entry is [string, SeenScenario] => entry[1].kind === "seen");

const played = new Map(seen.map(([id, scenario]) => [id, playScenario(scenario)] as const));

test.each(seen)("%s comes to the decision and the reasons that it declares", (id, scenario) => {
  const { decision, ...told } = played.get(id)!;
  expect(decision).toBe(scenario.expect.decision);
  for (const code of scenario.expect.reasons) expect([...codesOf(told)]).toContain(code);
});

test("every decision is reached, each by a scenario of its own name or its reason's", () => {
  const reached = new Set(seen.map(([, scenario]) => scenario.expect.decision));
  expect([...reached].sort()).toEqual([...Decision.options].sort());
});

test("every check of a document can be made to speak", () => {
  const spoken = new Set([...played.values()].flatMap(({ failed }) => failed));
  const silent = checks.map(({ id }) => id).filter((id) => !spoken.has(id) && !Object.hasOwn(NOT_BY_PICTURE, id));
  expect(silent, "add a scenario to server/domain/sandbox/scenarios").toEqual([]);
});

/** What no capture can bring about, and where it comes from instead. */
const NOT_BY_PICTURE: Readonly<Record<string, string>> = {
  stated_fields: "fields that a caller of /v1/document/validate states",
};

const NOT_IN_A_VERIFICATION: Readonly<Record<string, string>> = {
  similarity_reached: "answers of /v1/face/match; a verification says face_match",
  similarity_below_threshold: "answers of /v1/face/match; a verification says face_mismatch",
  email_disposable_unknown: "a list of domains that could not be read",
  liveness_below_threshold: "a workflow whose threshold is above 0.5; played below",
  condition_unknown: "a workflow with a condition; played below",
  nothing_scored: "a workflow without weight, which cannot be saved",
};

test("every reason that the code can give is reached, or it is said why not", () => {
  const reached = new Set([...played.values()].flatMap((told) => [...codesOf(told)]));
  const missing = reasonCodes().filter((code) => !reached.has(code) && !Object.hasOwn(NOT_IN_A_VERIFICATION, code));
  expect(missing, "add a scenario to server/domain/sandbox/scenarios").toEqual([]);
});

/** Every literal reason code of the folders that judge. */
function reasonCodes(): string[] {
  const folders = ["documents", "liveness", "face", "kya", "scoring"];
  const files = folders.flatMap((folder) =>
    readdirSync(`server/domain/${folder}`, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts") && !name.includes(".test.") && !name.includes("testing/"))
      .map((name) => `server/domain/${folder}/${name}`),
  );
  const codes = files.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/\b(?:code|reason): "([a-z][a-z_]+)"/g)].map(([, code]) => code),
  );
  return [...new Set(codes)].filter((code) => !code.startsWith("face_") || !PREFIXES.includes(code)).sort();
}

/** Codes that are told with the side behind them: `face_blurred_live`. */
const PREFIXES = ["face_too_small", "face_blurred", "face_badly_lit", "face_turned_away"];

test("what a workflow asks beyond a capture is reached by the same scenarios", () => {
  const strict = { ...DEFAULT_WORKFLOW, thresholds: { ...DEFAULT_WORKFLOW.thresholds, liveness: 0.999 } };
  const accepted = SCENARIOS.accepted as SeenScenario;
  expect([...codesOf(playScenario(accepted, { workflow: strict }))]).toContain("liveness_below_threshold");
  const condition = { id: "adult", operator: "below", value: 18, outcome: "reject", message: "Adults only." } as const;
  const asks = (on: string) => ({ ...DEFAULT_WORKFLOW, conditions: [{ ...condition, on, value: 99 }] });
  expect(playScenario(accepted, { workflow: asks("age") })).toMatchObject({ decision: "rejected" });
  expect([...codesOf(playScenario(accepted, { workflow: asks("age") }))]).toContain("condition_adult");
  const nobody = SCENARIOS.no_identity_document as SeenScenario;
  expect([...codesOf(playScenario(nobody, { workflow: asks("age") }))]).toContain("condition_unknown");
});

test("a magic picture carries its scenario to the end of its bytes, also behind another picture", () => {
  expect(scenarioIdOf(magicPicture("no_face"))).toBe("no_face");
  expect(scenarioIdOf(marked(Uint8Array.of(1, 2, 3), "spoof_paper"))).toBe("spoof_paper");
  expect(scenarioIdOf(Uint8Array.of(1, 2, 3))).toBeUndefined();
  expect(scenarioIdOf(new TextEncoder().encode("\n#veriflow-sandbox:no_face\n and more"))).toBeUndefined();
});

test("a verification's own words name a scenario: metadata before the stated name", () => {
  expect(scenarioIdIn({ metadata: { sandbox_scenario: "no_face" } })).toBe("no_face");
  expect(scenarioIdIn({ profile: { full_name: "Sandbox Document Expired" } })).toBe("document_expired");
  expect(scenarioIdIn({ profile: { full_name: "Sandy Boxer" } })).toBeUndefined();
});

test("every file of the folder is in the list, and no scenario has an id twice", () => {
  const files = readdirSync("server/domain/sandbox/scenarios").map((name) => name.replace(/\.ts$/, ""));
  const families = files.filter((name) => name !== "index" && !name.endsWith(".test"));
  const index = readFileSync("server/domain/sandbox/scenarios/index.ts", "utf8");
  const imported = [...index.matchAll(/sandbox\/scenarios\/([\w-]+)"/g)].map(([, name]) => name);
  expect(imported.sort()).toEqual(families.sort());
  const ids = families.flatMap((family) => {
    const text = readFileSync(`server/domain/sandbox/scenarios/${family}.ts`, "utf8");
    return [...text.matchAll(/^ {2}(\w+): (?:\{|seen\(|gone\()/gm)].map(([, id]) => id);
  });
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
});
