import { emitFromScreen, recaptureScreen, withBezel } from "../../wear/recapture";
import { blurPicture } from "../../wear/sensor";
import { faceScene } from "../face-scene";
import type { Attack } from "./attack";
import { heldPicture, stolenPicture } from "./held-picture";

export const screenPicture: Attack = {
  id: "screen-picture",
  title: "A photograph on a phone's screen, held and turned",
  expected: "screen_picture",
  film: async (setting) => {
    return heldPicture(withBezel(emitFromScreen(await stolenPicture(setting), 2.4), 0.06), setting, 0);
  },
};

/** The strongest replay: the victim did all that is asked, on another day, and a screen shows it. */
export const screenReplay: Attack = {
  id: "screen-replay",
  title: "A film of the victim answering, shown on a screen",
  expected: "screen",
  film: async (setting) => {
    const genuine = faceScene(setting.victim, setting.acts, { ...setting, screen: undefined });
    const frame = async (t: number) => blurPicture(recaptureScreen(await genuine.frame(t), setting.seed), 0.6);
    return { seconds: genuine.seconds, frame };
  },
};
