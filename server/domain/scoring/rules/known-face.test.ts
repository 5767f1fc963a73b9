import { expect, test } from "vitest";
import type { ScoringCase } from "@/server/domain/scoring/case";
import { FACE_OF_ANOTHER, knownFace } from "@/server/domain/scoring/rules/known-face";

const withReasons = (...codes: string[]) =>
  ({
    outputs: { face_match: { match: true, reasons: codes.map((code) => ({ code, message: "", value: 0.95 })) } },
  }) as unknown as ScoringCase;

test("a face that is enrolled for somebody else is for a person to look at, whatever the match says", () => {
  expect(knownFace.run(withReasons("similarity_reached", FACE_OF_ANOTHER))).toMatchObject([
    { effect: "review", reason: { code: FACE_OF_ANOTHER, value: 0.95 } },
  ]);
  expect(knownFace.run(withReasons("similarity_reached"))).toEqual([]);
  expect(knownFace.run({ outputs: {} } as unknown as ScoringCase)).toEqual([]);
});
