import type { Face, Lighting } from "@/scripts/specimens/face/person";
import { seededRandom } from "@/scripts/specimens/random";
import { planAnswer } from "@/scripts/specimens/videos/answer-plan";
import type { Attack } from "@/scripts/specimens/videos/attacks/attack";
import { faceScene } from "@/scripts/specimens/videos/face-scene";
import { filmCapture } from "@/scripts/specimens/videos/film-capture";
import { livenessEvidence } from "@/server/adapters/vision/liveness-evidence";
import { pictureMemory } from "@/server/adapters/vision/picture-memory";
import type { LivenessAction, LivenessColour } from "@/server/contract/liveness-challenge";
import { drawChallenge } from "@/server/domain/liveness/challenge/draw-challenge";
import type { LivenessEvidence } from "@/server/domain/liveness/evidence";
import { judgeLiveness, type LivenessVerdict } from "@/server/domain/liveness/judge-liveness";
import type { Runtime } from "@/server/vision/types";

/** Small frames cost less to draw; a capture page sends them about as large. */
const SMALL = { width: 300, height: 400 };
const LARGE = { width: 480, height: 640 };

export interface FilmedCase {
  readonly actions: readonly LivenessAction[];
  readonly colours: readonly LivenessColour[];
  readonly verdict: LivenessVerdict;
  readonly evidence: LivenessEvidence;
  /** From bytes to verdict, of one core. */
  readonly cpuMs: number;
}

export interface Played {
  readonly face: Face;
  /** The face of the one who attacks; unused in genuine films. */
  readonly other: Face;
  readonly light: Partial<Lighting>;
  readonly seed: number;
  readonly attack?: Attack;
  /** Colours may not be shown. Default true. */
  readonly colours?: boolean;
}

/** Draws a challenge, films its answer (or the attack on it) in memory, and judges it as the server does. */
export async function judgeFilm(
  { face, other, light, seed, attack, colours = true }: Played,
  runtime: Runtime,
): Promise<FilmedCase> {
  const random = seededRandom(seed * 31 + 7);
  const drawn = drawChallenge(() => random.next(), { colours });
  const plan = planAnswer(drawn);
  const nonce = `draw-${seed}`;
  const scene = async (size: { width: number; height: number }) => {
    const setting = { ...size, seed, light, screen: plan.screen, supersample: 1 };
    if (!attack) return faceScene(face, plan.acts, setting);
    return attack.film({ ...setting, victim: face, attacker: other, acts: plan.acts });
  };
  const scenes = { small: await scene(SMALL), large: await scene(LARGE) };
  const { still, frames, report } = await filmCapture(scenes, {
    plan,
    nonce,
    seed,
    stored: attack?.stored,
    label: attack?.label,
  });
  const before = process.cpuUsage();
  const evidence = await livenessEvidence({ still, frames }, { open: pictureMemory(runtime), runtime });
  const verdict = judgeLiveness(evidence, { challenge: { id: nonce, ...drawn }, report });
  const { user, system } = process.cpuUsage(before);
  return { ...drawn, verdict, evidence, cpuMs: (user + system) / 1000 };
}
