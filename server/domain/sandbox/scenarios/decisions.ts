import type { Scenario } from "@/server/domain/sandbox/scenario";
import { facePair, poor, withLive } from "@/server/domain/sandbox/sound-faces";
import { soundSight } from "@/server/domain/sandbox/sound-sight";

/** The three decisions, by the plainest way to each. */
export const decisions: Readonly<Record<string, Scenario>> = {
  accepted: {
    kind: "seen",
    title: "A live person with their own, valid passport",
    see: (today) => soundSight(today),
    expect: { decision: "accepted", reasons: ["live", "face_match", "document_valid"] },
  },
  review: {
    kind: "seen",
    title: "A live face too blurred to compare: a person has to look",
    see: (today) => soundSight(today, { faces: withLive(facePair(0.93), { quality: poor("sharpness") }) }),
    expect: { decision: "review", reasons: ["face_unusable"] },
  },
  rejected: {
    kind: "seen",
    title: "Another person than the one on the document",
    see: (today) => soundSight(today, { faces: facePair(0.2) }),
    expect: { decision: "rejected", reasons: ["face_mismatch"] },
  },
};
