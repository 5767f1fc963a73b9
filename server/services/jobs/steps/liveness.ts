import { AppError } from "@/server/contract/errors";
import { judgeLiveness } from "@/server/domain/liveness/judge-liveness";
import type { StepRunner } from "@/server/services/jobs/step-material";
import { recallFrames } from "@/server/services/liveness/recall-frames";

/** Judges whether the live picture, with its frames where there are some, shows a live person. */
export const runLivenessStep: StepRunner = async (ctx, { jobId, input, media, picture, bytesOf }) => {
  const still = await picture("live");
  const taken = media.filter(({ kind }) => kind === "frame");
  const frames = await Promise.all(taken.map(async (one) => ({ tMs: one.t_ms ?? 0, bytes: await bytesOf(one) })));
  if (!still && frames.length === 0) throw new AppError("not_found", { media: "live" });
  const seen = await ctx.vision.liveness({ still, frames: frames.length > 0 ? frames : undefined });
  const { hints, challenge, report } = input;
  const seenBefore = challenge && (await recallFrames(ctx, { capture: jobId, frames: seen.frames ?? [] }));
  const verdict = judgeLiveness(seen, { hints, challenge, report, seenBefore });
  return { output: { step: "liveness", ...verdict, models: [...seen.models] } };
};
