import { z } from "zod";
import { endpoint, Nothing } from "@/server/contract/endpoint";
import { SpoofType } from "@/server/contract/enums";
import { Reason, Unit, Usage } from "@/server/contract/fields";
import { CaptureReport, LivenessAction, LivenessColour } from "@/server/contract/liveness-challenge";
import { ImageBase64, PICTURE_ERRORS } from "@/server/contract/picture";

export const LivenessHints = z
  .object({ pose: z.boolean(), blink: z.boolean() })
  .partial()
  .strict()
  .describe("Which motions to look for; they need `frames`.");

/** One frame of a capture: when it was taken (ms from the first frame) and the picture. */
export const Frame = z.object({ t_ms: z.number().min(0), image_base64: ImageBase64 }).strict();

export const LivenessSignal = z.object({ name: z.string(), value: z.number(), score: Unit, message: z.string() });

const AnalyzeLivenessBody = z
  .object({
    image_live_base64: ImageBase64.optional(),
    frames: z.array(Frame).min(1).max(40).optional(),
    hints: LivenessHints.optional(),
    challenge_id: z.string().max(200).optional().describe("The drawn challenge that `frames` answer; good once."),
    capture: CaptureReport.optional().describe(
      "How the frames were captured. What is left out counts as a signal too.",
    ),
  })
  .strict()
  .refine((body) => body.image_live_base64 !== undefined || body.frames !== undefined, {
    message: "Send image_live_base64 or frames.",
    path: ["image_live_base64"],
  })
  .refine((body) => body.challenge_id === undefined || body.frames !== undefined, {
    message: "A challenge is answered by frames.",
    path: ["frames"],
  });

export const AnalyzeLivenessOutput = z.object({
  is_live: z.boolean(),
  spoof_type: SpoofType,
  confidence: Unit,
  hints: z.array(z.string()).describe("What the person could do better, in plain words."),
  reasons: z.array(Reason),
  signals: z.array(LivenessSignal),
  processing_ms: z.number(),
  usage: Usage,
});

export const analyzeLiveness = endpoint({
  id: "analyzeLiveness",
  method: "POST",
  path: "/v1/liveness/analyze",
  tag: "Liveness",
  summary: "Judge whether a picture or a short sequence shows a live person",
  description:
    "Looks for signs of a screen, a print or a mask. One picture is weak evidence; send `frames` for a stronger answer.",
  scope: "liveness",
  billed: "liveness",
  params: Nothing,
  query: Nothing,
  body: AnalyzeLivenessBody,
  output: AnalyzeLivenessOutput,
  status: 200,
  errors: [...PICTURE_ERRORS, "quota_exceeded", "model_unavailable", "conflict"],
  example: {
    body: { image_live_base64: "<base64>", hints: { pose: true, blink: true } },
    output: {
      is_live: true,
      spoof_type: "none",
      confidence: 0.93,
      hints: [],
      reasons: [],
      signals: [{ name: "spectrum_peaks", value: 0.02, score: 0.97, message: "No pixel grid was seen." }],
      processing_ms: 428,
      usage: { module: "liveness", billed: true },
    },
  },
});

export const drawLivenessChallenge = endpoint({
  id: "drawLivenessChallenge",
  method: "POST",
  path: "/v1/liveness/challenges",
  tag: "Liveness",
  summary: "Draw a challenge for a capture of your own",
  description:
    "Show `actions` one after another, each when the one before was made, then `colours` full-screen for `colour_ms` each, and " +
    "send the frames (JPEG, PNG or WebP with their times; about five a second, eight or more where a blink is asked for) to " +
    "/v1/liveness/analyze with `challenge_id` and `capture`. A challenge is good once and for a minute. Video files are not taken.",
  scope: "liveness",
  params: Nothing,
  query: Nothing,
  body: z
    .object({
      colours: z
        .boolean()
        .default(true)
        .describe(
          "Whether a screen before the person may show colours; ask for `false` where they prefer less motion.",
        ),
      reference: z
        .string()
        .min(1)
        .max(200)
        .optional()
        .describe("Your identifier of the person, for the limit of six challenges an hour. Kept as a hash."),
    })
    .strict(),
  output: z.object({
    challenge_id: z.string(),
    actions: z.array(LivenessAction).describe("Left and right are the person's own."),
    colours: z.array(LivenessColour),
    colour_ms: z.number().int(),
    expires_at: z.iso.datetime(),
  }),
  status: 201,
  errors: ["too_many_tries"],
  example: {
    body: { colours: true, reference: "customer-812" },
    output: {
      challenge_id: "q3Jd0…",
      actions: ["turn_left", "blink"],
      colours: ["green", "red", "white", "blue"],
      colour_ms: 900,
      expires_at: "2026-03-01T10:01:00.000Z",
    },
  },
});
