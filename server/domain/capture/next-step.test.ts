import { expect, test } from "vitest";
import { CaptureState } from "@/server/domain/capture/capture-state";
import { captureNeeds, mayTake, nextStep } from "@/server/domain/capture/next-step";

const NEEDS = { document: true, face: true };
const CONSENT = { consent: { version: "1", language: "en", biometrics: true } };
const CARD = { document: { type: "id_card" as const, country: "UTO" } };
const FACE = { face: { live: "med_3", frames: ["med_4"], challenge_id: "c" } };
const state = (part: object) => CaptureState.parse(part);

test("steps come one after another and none can be skipped", () => {
  expect(nextStep(state({}), NEEDS)).toBe("consent");
  expect(nextStep(state({ ...CARD, front: "med_1", ...FACE }), NEEDS)).toBe("consent");
  expect(nextStep(state(CONSENT), NEEDS)).toBe("document");
  expect(nextStep(state({ ...CONSENT, ...CARD }), NEEDS)).toBe("front");
  expect(nextStep(state({ ...CONSENT, ...CARD, front: "med_1" }), NEEDS)).toBe("back");
  expect(nextStep(state({ ...CONSENT, ...CARD, front: "med_1", back: "none" }), NEEDS)).toBe("face");
  expect(nextStep(state({ ...CONSENT, ...CARD, front: "med_1", back: "med_2", ...FACE }), NEEDS)).toBe("finish");
  expect(nextStep(state({ finished_at: "2026-01-01T00:00:00Z" }), NEEDS)).toBe("done");
});

test("a passport has no back, and a workflow asks only for what its steps need", () => {
  const passport = { document: { type: "passport" as const, country: null }, front: "med_1" };
  expect(nextStep(state({ ...CONSENT, ...passport }), NEEDS)).toBe("face");
  expect(captureNeeds(["liveness"])).toEqual({ document: false, face: true });
  expect(captureNeeds(["ocr", "validate", "kya"])).toEqual({ document: true, face: false });
  expect(nextStep(state(CONSENT), { document: false, face: true })).toBe("face");
});

test("a picture can be taken again until everything is sent off, and never ahead of its turn", () => {
  const atFace = state({ ...CONSENT, ...CARD, front: "med_1", back: "med_2" });
  expect(mayTake("front", atFace, NEEDS)).toBe(true);
  expect(mayTake("face", atFace, NEEDS)).toBe(true);
  expect(mayTake("face", state({ ...CONSENT, ...CARD }), NEEDS)).toBe(false);
  expect(mayTake("front", state({ ...CONSENT, ...CARD, front: "m", finished_at: "2026-01-01T00:00:00Z" }), NEEDS)).toBe(
    false,
  );
});
