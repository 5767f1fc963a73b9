import { afterAll, describe, expect, it } from "vitest";
import { castOf, LIGHTS } from "@/eval/liveness-active/cast";
import { rightReason } from "@/eval/liveness-active/expected-reasons";
import { judgeFilm } from "@/eval/liveness-active/judge-film";
import { attacks } from "@/scripts/specimens/videos/attacks";
import { createOnnxNodeRuntime } from "@/server/adapters/onnx-node-runtime";

/** A few of the films of `npm run eval -- active`, which plays them all. */
const runtime = createOnnxNodeRuntime();
const [player] = castOf(1);
afterAll(() => runtime.close());

describe("a drawn challenge on film", () => {
  it("answered by a person is live, with depth and with the colours on the face", async () => {
    const { verdict } = await judgeFilm({ ...player, light: LIGHTS[1].light, seed: 5 }, runtime);
    const codes = verdict.reasons.map(({ code }) => code);
    expect(verdict).toMatchObject({ is_live: true, spoof_type: "none" });
    expect(codes).toEqual(expect.arrayContaining(["challenge_met", "depth_seen", "reflection_seen"]));
  }, 60_000);

  it.each(["held-print", "screen-picture", "screen-replay", "loop", "frozen", "wrong-order"])(
    "attacked by %s is not, for the reason that it is",
    async (id) => {
      const attack = attacks.find((one) => one.id === id)!;
      const { verdict } = await judgeFilm({ ...player, light: {}, seed: 8, attack }, runtime);
      expect(verdict.is_live).toBe(false);
      const codes = verdict.reasons.map(({ code }) => code);
      expect(rightReason(attack.expected, codes), codes.join()).toBe(true);
    },
    60_000,
  );
});
