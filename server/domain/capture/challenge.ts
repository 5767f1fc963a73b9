import { z } from "zod";

/** Motions that the page can ask for; left and right are the person's own. */
export const ChallengeAction = z.enum(["turn_left", "turn_right", "blink"]);
export type ChallengeAction = z.infer<typeof ChallengeAction>;

export const Challenge = z.object({
  id: z.string(),
  actions: z.array(ChallengeAction).min(1),
  drawn_at: z.iso.datetime(),
});
export type Challenge = z.infer<typeof Challenge>;

/** How long an answer may take from the draw, so that it cannot be prepared. */
export const CHALLENGE_SECONDS = 120;

/**
 * Two different motions in an order that cannot be foreseen: always a turn, for the planarity test needs one.
 * `random` gives numbers in [0, 1).
 */
export function drawActions(random: () => number): ChallengeAction[] {
  const rest = [...ChallengeAction.options];
  const take = () => rest.splice(Math.floor(random() * rest.length), 1)[0];
  return [take(), take()];
}
