import { LivenessAction, LivenessColour } from "@/server/contract/liveness-challenge";

export interface DrawnChallenge {
  readonly actions: LivenessAction[];
  readonly colours: LivenessColour[];
}

const TURNS: readonly LivenessAction[] = ["turn_left", "turn_right"];
const COLOURS = 4;

/**
 * Different motions in an order that cannot be foreseen: always one turn of the head, for the test of depth needs one, and one
 * motion of another kind, two where no colours can be shown. Then colours, no two alike in a row. `random` gives numbers in [0, 1).
 */
export function drawChallenge(random: () => number, { colours = true } = {}): DrawnChallenge {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)];
  const turn = pick(TURNS);
  const others = LivenessAction.options.filter((action) => !TURNS.includes(action));
  const actions: LivenessAction[] = [pick(others)];
  if (!colours) actions.push(pick(others.filter((action) => !actions.includes(action))));
  actions.splice(Math.floor(random() * (actions.length + 1)), 0, turn);
  return { actions, colours: colours ? drawColours(pick) : [] };
}

function drawColours(pick: <T>(from: readonly T[]) => T): LivenessColour[] {
  const out: LivenessColour[] = [];
  while (out.length < COLOURS) out.push(pick(LivenessColour.options.filter((colour) => colour !== out.at(-1))));
  return out;
}
