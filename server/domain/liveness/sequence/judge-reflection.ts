import type { Reason } from "@/server/contract/fields";
import { LivenessColour } from "@/server/contract/liveness-challenge";
import { COLOUR_MS } from "@/server/domain/liveness/challenge/challenge";
import type { FrameEvidence } from "@/server/domain/liveness/evidence";

/** What a screen of each colour adds, as red, green and blue light. */
const EMITTED: Readonly<Record<LivenessColour, readonly number[]>> = {
  red: [1, 0, 0],
  green: [0, 1, 0],
  blue: [0, 0, 1],
  white: [1, 1, 1],
};
/** The screen, the camera's exposure and its delay settle in this time. */
const SETTLE_MS = 250;
/** How well the light on the face must follow the colours, and how much of it there must be, as a share of the face's light. */
const FOLLOWS = 0.7;
const LEAST_GAIN = 0.012;
/** Another order that fits this well, where the drawn one fits this badly, is a film of another capture. */
const OTHER_FITS = 0.93;
const OTHER_GAIN = 0.03;
const DRAWN_FAILS = 0.3;
/** Light that falls from a screen before the face falls on the face far more than on what is behind it. */
const MOST_BEHIND = 0.8;
const LEAST_PHASES = 3;

export interface Reflection {
  /** `seen`: the face was lit as drawn. `absent`: nothing can be said, as in strong light. `denied`: lit otherwise. */
  readonly outcome: "seen" | "absent" | "denied";
  readonly reasons: Reason[];
}

/** Whether the face reflects the drawn colours in their order, more than the background. `prompts`: when each colour was shown, ms. */
export function judgeReflection(
  frames: readonly FrameEvidence[],
  colours: readonly LivenessColour[],
  prompts: readonly number[],
): Reflection {
  const phases = colours.flatMap((colour, i) => {
    const [from, to] = [prompts[i] + SETTLE_MS, prompts[i + 1] ?? prompts[i] + COLOUR_MS];
    const lit = frames.filter((f) => f.light && f.tMs >= from && f.tMs <= to);
    return lit.length > 0 ? [{ at: i, colour, lit }] : [];
  });
  if (phases.length < LEAST_PHASES) return absent(undefined);
  const face = relative(phases.map(({ lit }) => meanOf(lit.map((f) => f.light?.face ?? []))));
  const drawn = fit(
    face,
    phases.map(({ colour }) => colour),
  );
  if (drawn.correlation >= FOLLOWS && drawn.gain >= LEAST_GAIN) return seen(phases, drawn);
  const other = bestOther(face, phases.length);
  if (other.correlation >= OTHER_FITS && other.gain >= OTHER_GAIN && drawn.correlation <= DRAWN_FAILS) {
    const message = "The light on the face changed in another order than the colours that were shown.";
    const reason = { code: "reflection_wrong_order", message, value: drawn.correlation, threshold: FOLLOWS };
    return { outcome: "denied", reasons: [reason] };
  }
  return absent(drawn.correlation);
}

type Phase = { readonly colour: LivenessColour; readonly lit: readonly FrameEvidence[] };

function seen(phases: readonly Phase[], face: Fit): Reflection {
  const behind = phases.map(({ lit }) => meanOf(lit.flatMap((f) => (f.light?.background ? [f.light.background] : []))));
  const colours = phases.map(({ colour }) => colour);
  const share = behind.every((light) => light.length === 3) ? fit(relative(behind), colours).gain / face.gain : 0;
  if (share > MOST_BEHIND) {
    const message = "The background changed its colour as much as the face, as a picture does that is tinted.";
    return {
      outcome: "denied",
      reasons: [{ code: "reflection_everywhere", message, value: share, threshold: MOST_BEHIND }],
    };
  }
  const message = "The face reflected the colours that were shown, in their order.";
  return {
    outcome: "seen",
    reasons: [{ code: "reflection_seen", message, value: face.correlation, threshold: FOLLOWS }],
  };
}

function absent(correlation: number | undefined): Reflection {
  const message = "The colours shown were not seen on the face; strong light hides them.";
  const reason = { code: "reflection_not_seen", message, value: correlation, threshold: FOLLOWS };
  return { outcome: "absent", reasons: [reason] };
}

function meanOf(lights: readonly (readonly number[])[]): number[] {
  if (lights.length === 0) return [];
  return [0, 1, 2].map((c) => lights.reduce((sum, light) => sum + light[c], 0) / lights.length);
}

/**
 * Each channel as its deviation from its own mean over the phases, so that what the skin and the room add falls away, and less
 * what all three have in common, which a motion of the head changes too.
 */
function relative(lights: readonly (readonly number[])[]): number[][] {
  const means = [0, 1, 2].map((c) => lights.reduce((sum, light) => sum + (light[c] ?? 0), 0) / lights.length);
  return lights.map((light) => coloured([0, 1, 2].map((c) => (light[c] ?? 0) / Math.max(1e-4, means[c]) - 1)));
}

function coloured(light: readonly number[]): number[] {
  const grey = (light[0] + light[1] + light[2]) / 3;
  return light.map((v) => v - grey);
}

interface Fit {
  readonly correlation: number;
  readonly gain: number;
}

function fit(light: readonly (readonly number[])[], colours: readonly LivenessColour[]): Fit {
  const sent = colours.map((colour) => coloured(EMITTED[colour]));
  const means = [0, 1, 2].map((c) => sent.reduce((sum, s) => sum + s[c], 0) / sent.length);
  let [product, squares, energy] = [0, 0, 0];
  for (const [i, s] of sent.entries()) {
    for (let c = 0; c < 3; c++) {
      const x = s[c] - means[c];
      product += x * light[i][c];
      squares += x * x;
      energy += light[i][c] ** 2;
    }
  }
  return { correlation: product / (Math.sqrt(squares * energy) || 1), gain: product / (squares || 1) };
}

/** The order of colours that fits best, of all that can be drawn. */
function bestOther(light: readonly (readonly number[])[], count: number): Fit {
  let best: Fit = { correlation: -1, gain: 0 };
  const walk = (so: readonly LivenessColour[]): void => {
    if (so.length === count) {
      const found = fit(light, so);
      if (found.correlation > best.correlation) best = found;
      return;
    }
    for (const colour of LivenessColour.options) if (colour !== so.at(-1)) walk([...so, colour]);
  };
  walk([]);
  return best;
}
