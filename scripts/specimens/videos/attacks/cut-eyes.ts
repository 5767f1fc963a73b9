import { facePlan } from "../../face/landmarks";
import { renderFace } from "../../face/render-face";
import { toCutout } from "../../wear/paste";
import { printInHalftone } from "../../wear/recapture";
import { actAt, actSeconds } from "../face-scene";
import { holdPicture } from "../flat-picture";
import { sway } from "../scene";
import type { Attack } from "./attack";

const SIZE = 0.2;
const EYES_AT = 0.45;

/** A print with holes for the eyes of the person behind it: it blinks, and is flat all the same. */
export const cutEyes: Attack = {
  id: "cut-eyes",
  title: "A printed face with the eyes cut out, worn",
  expected: "print",
  film: async (setting) => {
    const { victim, attacker, width, height, seed, acts } = setting;
    const view = {
      width: Math.round(height * 0.76),
      height: Math.round(height * 0.95),
      size: SIZE,
      centre: [0.5, EYES_AT] as const,
      distance: 10,
    };
    const print = toCutout(printInHalftone(await renderFace(victim, view), 2.7));
    const plan = facePlan(victim.shape);
    const unit = SIZE * view.width;
    for (let y = 0, i = 3; y < view.height; y++) {
      for (let x = 0; x < view.width; x++, i += 4) {
        const u = (Math.abs(x - view.width / 2) / unit - plan.eyeX) / (plan.eyeHalf * 1.15);
        const v = (y - EYES_AT * view.height) / unit / 0.15;
        if (u * u + v * v < 1) print.data[i] = 0;
      }
    }
    const size = (0.95 * height * view.width) / view.height / width;
    const frame = async (t: number) => {
      const { yaw = 0, pitch = 0, near = 0, blink = 0, gazeX = 0 } = actAt(acts, t);
      const behind = await renderFace(attacker, {
        width,
        height,
        size: SIZE * size * 0.97,
        centre: [0.5, 0.5 + (EYES_AT - 0.5) * 0.95],
        distance: 10,
        pose: { blink, gazeX, yaw, pitch },
        light: setting.light,
        backdrop: setting.backdrop ?? { kind: "room", colour: "#8f8577", seed },
      });
      holdPicture(behind, print, {
        yaw: yaw + 0.01 * sway(t, seed),
        pitch: pitch + 0.01 * sway(t, seed + 1),
        roll: 0,
        size: size * (1 + near),
        centre: [0.5, 0.5],
        bend: 0,
      });
      return behind;
    };
    return { seconds: actSeconds(acts), frame };
  },
};
