import { z } from "zod";

/** Motions that a challenge can ask for; left and right are the person's own. */
export const LivenessAction = z.enum([
  "turn_left",
  "turn_right",
  "look_up",
  "blink",
  "gaze_left",
  "gaze_right",
  "come_nearer",
]);
export type LivenessAction = z.infer<typeof LivenessAction>;

/** Colours with which the person's own screen lights the face. */
export const LivenessColour = z.enum(["red", "green", "blue", "white"]);
export type LivenessColour = z.infer<typeof LivenessColour>;

const Range = z.object({ min: z.number(), max: z.number() }).partial();

/**
 * What a client tells of how it captured. None of it is trusted alone: each part is held against the frames and the
 * others, and what is left out is a signal too. Times are in milliseconds on the clock of the frames' `t_ms`.
 */
export const CaptureReport = z
  .object({
    nonce: z.string().max(200).describe("The challenge's id, as it was shown to the person."),
    prompts: z
      .array(z.number())
      .max(16)
      .describe("When each part of the challenge was shown: the motions, then the colours, in their order."),
    camera: z
      .object({
        label: z.string().max(300),
        settings: z.object({ width: z.number(), height: z.number(), frame_rate: z.number() }).partial(),
        capabilities: z.object({ width: Range, height: Range, frame_rate: Range }).partial().nullable(),
      })
      .partial()
      .describe("MediaStreamTrack: `label`, `getSettings()`, `getCapabilities()` (null where the browser has none)."),
    frame_times: z.array(z.number()).max(600).describe("When the camera delivered its pictures."),
  })
  .partial();
export type CaptureReport = z.infer<typeof CaptureReport>;
