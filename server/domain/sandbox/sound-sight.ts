import { genuineLiveness } from "@/server/domain/sandbox/genuine-liveness";
import type { Sight } from "@/server/domain/sandbox/scenario";
import { facePair } from "@/server/domain/sandbox/sound-faces";
import { soundPassport } from "@/server/domain/sandbox/sound-passport";

/** A live person with their own, valid passport, but for what is changed. */
export function soundSight(today: string, change: Partial<Sight> = {}): Sight {
  return { liveness: genuineLiveness(), document: soundPassport(today), faces: facePair(0.93), ...change };
}
