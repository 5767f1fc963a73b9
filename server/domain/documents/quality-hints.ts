import type { SideEvidence } from "./evidence";

/** What to tell the person who takes the picture, in their words; empty where the picture will do. */

const LIMITS: readonly (readonly [keyof NonNullable<SideEvidence["quality"]>, (value: number) => boolean, string])[] = [
  ["crop", (value) => value < 0.9, "Show the whole document: part of it is outside the picture."],
  ["resolution", (value) => value < 0.4, "Move the camera closer: the document is too small to read."],
  ["sharpness", (value) => value < 0.35, "Hold the camera still and let it focus: the picture is blurred."],
  ["glare", (value) => value > 0.15, "Tilt the document away from the light: glare covers part of it."],
  ["exposure", (value) => value < 0.35, "Find better light: the picture is too dark or too bright."],
  ["tilt", (value) => value < 0.5, "Hold the camera straight above the document."],
];

export function qualityHints(sides: readonly SideEvidence[]): string[] {
  const hints = new Set<string>();
  for (const { quality } of sides) {
    for (const [measure, poor, sentence] of LIMITS) {
      const value = quality?.[measure];
      if (typeof value === "number" && poor(value)) hints.add(sentence);
    }
  }
  return [...hints];
}
