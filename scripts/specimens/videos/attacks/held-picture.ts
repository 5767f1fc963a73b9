import type { Image } from "@/server/vision/types";
import { drawSelfie } from "../../selfie";
import { roomWall } from "../../wear/held-print";
import { type Cutout, toCutout } from "../../wear/paste";
import { printInHalftone } from "../../wear/recapture";
import { actAt, actSeconds } from "../face-scene";
import { type Hold, holdPicture } from "../flat-picture";
import { type Scene, sway } from "../scene";
import type { Attack, AttackSetting } from "./attack";

/**
 * A photograph on paper, moved as the challenge asks of a head: turned for a turn, brought nearer, but it cannot blink.
 */
export async function heldPicture(picture: Image, setting: AttackSetting, bend: number): Promise<Scene> {
  const { width, height, seed, acts } = setting;
  const wall = roomWall(width, height, seed);
  const cutout: Cutout = toCutout(picture);
  const size = (0.9 * height * picture.width) / picture.height / width;
  const frame = async (t: number) => {
    const { yaw = 0, pitch = 0, near = 0 } = actAt(acts, t);
    const image: Image = { width, height, data: new Uint8Array(wall.data) };
    const hold: Hold = {
      yaw: yaw + 0.03 * sway(t, seed),
      pitch: pitch + 0.03 * sway(t, seed + 1),
      roll: 0.03 * sway(t, seed + 2),
      size: size * (1 + near),
      centre: [0.5 + 0.015 * sway(t, seed + 3), 0.5 + 0.015 * sway(t, seed + 4)],
      bend,
    };
    holdPicture(image, cutout, hold);
    return image;
  };
  return { seconds: actSeconds(acts), frame };
}

/** A frontal picture of the victim, of the size at which it is shown: a larger one would be sampled too coarsely. */
export const stolenPicture = ({ victim, seed, height }: AttackSetting): Promise<Image> =>
  drawSelfie(victim, {
    width: Math.round(height * 0.72),
    height: Math.round(height * 0.9),
    seed,
    pose: { yaw: 0, pitch: 0, roll: 0 },
  });

const printed = async (setting: AttackSetting) => printInHalftone(await stolenPicture(setting), 2.7);

export const heldPrint: Attack = {
  id: "held-print",
  title: "A printed photograph, held and turned",
  expected: "print",
  film: async (setting) => heldPicture(await printed(setting), setting, 0),
};

export const bentPrint: Attack = {
  id: "bent-print",
  title: "A printed photograph, bent round like a face",
  expected: "print",
  film: async (setting) => heldPicture(await printed(setting), setting, 1.3),
};
