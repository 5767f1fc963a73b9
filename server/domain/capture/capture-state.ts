import { z } from "zod";
import { DocumentType } from "@/server/contract/enums";
import { CaptureReport } from "@/server/contract/liveness-challenge";
import { Challenge } from "@/server/domain/liveness/challenge/challenge";

const Tries = z.object({ front: z.number(), back: z.number(), face: z.number() });

/** What a session has done so far (`session.state`). No personal data: ids of media, never their content. */
export const CaptureState = z.object({
  consent: z.object({ version: z.string(), language: z.string(), biometrics: z.boolean() }).optional(),
  document: z.object({ type: DocumentType, country: z.string().nullable() }).optional(),
  front: z.string().optional(),
  /** A medium, or that the document has nothing on its back. */
  back: z.union([z.string(), z.literal("none")]).optional(),
  challenge: Challenge.optional(),
  face: z
    .object({
      live: z.string(),
      frames: z.array(z.string()),
      challenge_id: z.string(),
      report: CaptureReport.optional(),
    })
    .optional(),
  tries: Tries.default({ front: 0, back: 0, face: 0 }),
  /** Hash of the cookie of a device that handed the session over and may watch. */
  follower_hash: z.string().optional(),
  finished_at: z.iso.datetime().optional(),
});
export type CaptureState = z.infer<typeof CaptureState>;

/** How often each picture may be sent in one session. */
export const TRIES_MAX: z.infer<typeof Tries> = { front: 8, back: 8, face: 6 };
