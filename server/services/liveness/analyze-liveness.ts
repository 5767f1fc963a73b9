import type { z } from "zod";
import type { CaptureReport } from "@/server/contract/liveness-challenge";
import type { analyzeLiveness as endpoint } from "@/server/contract/v1/liveness";
import { judgeLiveness, type LivenessTask } from "@/server/domain/liveness/judge-liveness";
import { recallFrames } from "@/server/services/liveness/recall-frames";
import { useChallenge } from "@/server/services/liveness/use-challenge";
import { lookAt } from "@/server/services/media/inspect-picture";
import type { Ctx } from "@/server/services/ports";

type Output = Omit<z.input<typeof endpoint.output>, "processing_ms" | "usage">;

export interface AnalyzeLiveness {
  readonly still?: Uint8Array;
  /** In order of time. */
  readonly frames?: readonly { readonly tMs: number; readonly bytes: Uint8Array }[];
  readonly hints: NonNullable<LivenessTask["hints"]>;
  /** The drawn challenge that the frames answer; it is used up by asking. */
  readonly challengeId?: string;
  readonly report?: CaptureReport;
}

/**
 * Judges whether a live person is seen. No picture is kept; of frames that answer a challenge, their hashes are.
 * AppError of a picture, naming its field; `conflict` for a challenge that is unknown, used or too old;
 * model_unavailable.
 */
export async function analyzeLiveness(ctx: Ctx, asked: AnalyzeLiveness): Promise<Output> {
  const { still, frames = [], hints, challengeId, report } = asked;
  const challenge = challengeId === undefined ? undefined : await useChallenge(ctx, challengeId);
  const pictures = [
    { field: "image_live_base64", bytes: still },
    ...frames.map(({ bytes }, i) => ({ field: `frames.${i}.image_base64`, bytes })),
  ];
  const input = { still, frames: frames.length > 0 ? frames : undefined };
  const evidence = await lookAt(ctx, pictures, () => ctx.vision.liveness(input));
  const seenBefore = challenge && (await recallFrames(ctx, { capture: challenge.id, frames: evidence.frames ?? [] }));
  return judgeLiveness(evidence, { hints, challenge, report, seenBefore });
}
