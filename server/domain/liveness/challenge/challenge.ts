import { z } from "zod";
import { LivenessAction, LivenessColour } from "@/server/contract/liveness-challenge";

/** What the server drew for one capture. Its id is the nonce: unguessable, good once, and for a minute. */
export const Challenge = z.object({
  id: z.string(),
  /** In this order, one after another. */
  actions: z.array(LivenessAction).min(1),
  /** Shown after the motions, each for `COLOUR_MS`; none where the person asked for less motion or no screen faces them. */
  colours: z.array(LivenessColour).default([]),
  drawn_at: z.iso.datetime(),
});
export type Challenge = z.infer<typeof Challenge>;

/** How long an answer may take from the draw, so that it cannot be prepared. */
export const CHALLENGE_SECONDS = 60;

/**
 * How long one colour stands. About one change a second is far from the three flashes a second that may harm
 * (WCAG 2.2, 2.3.1), for saturated red too.
 */
export const COLOUR_MS = 900;
