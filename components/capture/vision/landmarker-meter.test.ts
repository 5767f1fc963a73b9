import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { LANDMARKER_PACKAGE, LANDMARKER_WASM } from "@/components/capture/vision/landmarker-files";
import { reportOf } from "@/components/capture/vision/landmarker-meter";

const image = { width: 480, height: 640, data: new Uint8ClampedArray(480 * 640 * 3).fill(120) };

/** 478 points on a plane, with those that are read set by hand: shares of the picture, as MediaPipe gives them. */
function points(changes: Readonly<Record<number, readonly [number, number, number]>>) {
  return Array.from({ length: 478 }, (_, i) => {
    const [x, y, z] = changes[i] ?? [0.4 + (i % 20) / 100, 0.3 + (i % 30) / 100, 0];
    return { x, y, z, visibility: 1 };
  });
}
const FRONTAL = {
  10: [0.5, 0.3, 0],
  152: [0.5, 0.62, 0.02],
  234: [0.36, 0.45, 0.1],
  454: [0.64, 0.45, 0.1],
  33: [0.41, 0.42, 0],
  133: [0.46, 0.42, 0],
  362: [0.54, 0.42, 0],
  263: [0.59, 0.42, 0],
  468: [0.435, 0.42, 0],
  473: [0.565, 0.42, 0],
} as const;
const shapes = (blink: number) => [
  {
    headIndex: 0,
    headName: "",
    categories: ["eyeBlinkLeft", "eyeBlinkRight"].map((categoryName) => ({
      index: 0,
      score: blink,
      categoryName,
      displayName: "",
    })),
  },
];
const look = (changes: Readonly<Record<number, readonly [number, number, number]>>, blink = 0) =>
  reportOf(image, { faceLandmarks: [points({ ...FRONTAL, ...changes })], faceBlendshapes: shapes(blink) });

test("MediaPipe's points and blendshapes become the report that the page judges", () => {
  const { faces, face } = look({});
  expect(faces).toBe(1);
  expect(face?.yaw).toBeCloseTo(0, 0);
  expect(face?.gaze).toBeCloseTo(0, 2);
  expect(face?.eyes).toBeCloseTo(0.36, 2);
  expect(look({}, 0.9).face?.eyes).toBeLessThan(0.1);
  expect(look({ 468: [0.445, 0.42, 0], 473: [0.575, 0.42, 0] }).face?.gaze).toBeGreaterThan(0.15);
});

test("the person's left turn is positive, as with our own models", () => {
  expect(look({ 234: [0.4, 0.45, -0.05], 454: [0.6, 0.45, 0.2] }).face?.yaw).toBeGreaterThan(15);
});

test("no face and two faces are told", () => {
  expect(reportOf(image, { faceLandmarks: [], faceBlendshapes: [] })).toEqual({ faces: 0 });
  const two = { faceLandmarks: [points(FRONTAL), points(FRONTAL)], faceBlendshapes: shapes(0) };
  expect(reportOf(image, two).faces).toBe(2);
});

test("its files are our own, of the version that sends no telemetry, and that version is installed", () => {
  for (const address of Object.values(LANDMARKER_WASM)) expect(address).toMatch(/^\/capture\/mediapipe\//);
  const installed = JSON.parse(readFileSync("node_modules/@mediapipe/tasks-vision/package.json", "utf8"));
  expect(installed.version).toBe(LANDMARKER_PACKAGE);
});
