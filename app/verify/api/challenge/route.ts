import { z } from "zod";
import { captureVerb } from "@/server/api/capture/capture-verb";
import { readJson } from "@/server/api/capture/read-json";
import { drawChallenge } from "@/server/services/capture/draw-challenge";

const Body = z.strictObject({ colours: z.boolean().optional() });

export const POST = captureVerb(async ({ request, ctx, sessionId }) =>
  drawChallenge(ctx, { sessionId, ...(await readJson(request, Body)) }),
);
