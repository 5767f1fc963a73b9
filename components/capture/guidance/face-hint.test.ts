import { expect, test } from "vitest";
import { faceHint } from "@/components/capture/guidance/face-hint";

const good = {
  box: { x: 0.3, y: 0.2, width: 0.4, height: 0.5 },
  yaw: 0,
  pitch: 0,
  roll: 0,
  eyes: 0.3,
  gaze: 0,
  span: 0.2,
  sharpness: 100,
  light: 120,
};
const hint = (face: Partial<typeof good>, faces = 1) => faceHint({ faces, face: { ...good, ...face } });

test("each fault has its own word, and a good face has none", () => {
  expect(faceHint({ faces: 0 })).toBe("search");
  expect(hint({}, 2)).toBe("several");
  expect(hint({ box: { x: 0.4, y: 0.3, width: 0.2, height: 0.25 } })).toBe("closer");
  expect(hint({ box: { x: 0.1, y: 0, width: 0.8, height: 0.9 } })).toBe("farther");
  expect(hint({ box: { ...good.box, x: 0.5 } })).toBe("centre");
  expect(hint({ light: 20 })).toBe("dark");
  expect(hint({ light: 240 })).toBe("bright");
  expect(hint({ yaw: -20 })).toBe("straight");
  expect(hint({ roll: 25 })).toBe("straight");
  expect(hint({ sharpness: 2 })).toBe("blur");
  expect(hint({})).toBe("good");
});
