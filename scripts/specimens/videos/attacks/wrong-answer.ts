import { actSeconds, faceScene, type Timed } from "../face-scene";
import type { Attack } from "./attack";

const moves = (acts: readonly Timed[]) => acts.filter(({ act }) => act !== "still");

/** The right motions, last first: a film made for another challenge. */
export const wrongOrder: Attack = {
  id: "wrong-order",
  title: "The motions asked for, in another order",
  expected: "wrong_order",
  film: async (setting) => {
    const reversed = moves(setting.acts).reverse();
    let next = 0;
    const acts = setting.acts.map((timed) => (timed.act === "still" ? timed : { ...timed, act: reversed[next++].act }));
    return faceScene(setting.victim, acts, setting);
  },
};

/** Every motion is over before it could have been asked for. */
export const tooEarly: Attack = {
  id: "too-early",
  title: "The motions done before they were asked for",
  expected: "too_early",
  film: async (setting) => {
    const quick = moves(setting.acts).map((timed) => ({ ...timed, seconds: Math.min(timed.seconds, 0.9) }));
    const rest = Math.max(0.5, actSeconds(setting.acts) - actSeconds(quick));
    return faceScene(setting.victim, [...quick, { act: "still", seconds: rest }], setting);
  },
};

export const noAnswer: Attack = {
  id: "no-answer",
  title: "Somebody who does nothing of what is asked",
  expected: "no_answer",
  film: async (setting) => faceScene(setting.victim, [{ act: "still", seconds: actSeconds(setting.acts) }], setting),
};
