import type { z } from "zod";
import type { analyzeLiveness as endpoint } from "@/server/contract/v1/liveness";
import { judgeLiveness, type LivenessTask } from "@/server/domain/liveness/judge-liveness";
import { lookAt } from "@/server/services/media/inspect-picture";
import type { Ctx } from "@/server/services/ports";

type Output = Omit<z.input<typeof endpoint.output>, "processing_ms" | "usage">;

export interface AnalyzeLiveness {
  readonly still?: Uint8Array;
  /** In order of time. */
  readonly frames?: readonly { readonly tMs: number; readonly bytes: Uint8Array }[];
  readonly hints: NonNullable<LivenessTask["hints"]>;
}

/** Judges whether a live person is seen; nothing is kept. AppError of a picture, naming its field; model_unavailable. */
export async function analyzeLiveness(ctx: Ctx, { still, frames = [], hints }: AnalyzeLiveness): Promise<Output> {
  const pictures = [
    { field: "image_live_base64", bytes: still },
    ...frames.map(({ bytes }, i) => ({ field: `frames.${i}.image_base64`, bytes })),
  ];
  const input = { still, frames: frames.length > 0 ? frames : undefined };
  const evidence = await lookAt(ctx, pictures, () => ctx.vision.liveness(input));
  return judgeLiveness(evidence, { hints });
}
