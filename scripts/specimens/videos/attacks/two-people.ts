import type { Image } from "@/server/vision/types";
import { faceScene } from "../face-scene";
import { joinScenes } from "../scene";
import type { Attack } from "./attack";

function sideBySide(left: Image, right: Image): Image {
  const width = left.width + right.width;
  const data = new Uint8Array(width * left.height * 3);
  for (let y = 0; y < left.height; y++) {
    data.set(left.data.subarray(y * left.width * 3, (y + 1) * left.width * 3), y * width * 3);
    data.set(right.data.subarray(y * right.width * 3, (y + 1) * right.width * 3), (y * width + left.width) * 3);
  }
  return { width, height: left.height, data };
}

export const twoPeople: Attack = {
  id: "two-people",
  title: "Two people before the camera",
  expected: "several_faces",
  film: async (setting) => {
    const half = { ...setting, width: setting.width >> 1, backdrop: { kind: "sheet", colour: "#9a938a" } as const };
    const left = faceScene(setting.victim, setting.acts, half);
    const right = faceScene(setting.attacker, [{ act: "still", seconds: left.seconds }], {
      ...half,
      seed: setting.seed + 9,
    });
    return { seconds: left.seconds, frame: async (t) => sideBySide(await left.frame(t), await right.frame(t)) };
  },
};

/** The victim sits for the first half, the attacker answers the second. */
export const swap: Attack = {
  id: "swap",
  title: "Another person from the middle on",
  expected: "another_person",
  film: async (setting) => {
    const half = Math.ceil(setting.acts.length / 2);
    return joinScenes([
      faceScene(setting.victim, setting.acts.slice(0, half), setting),
      faceScene(setting.attacker, setting.acts.slice(half), setting),
    ]);
  },
};
