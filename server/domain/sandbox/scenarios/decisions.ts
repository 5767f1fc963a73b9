import type { Scenario } from "@/server/domain/sandbox/scenario";
import { facePair } from "@/server/domain/sandbox/sound-faces";
import { SOUND_QUALITY, soundPassport } from "@/server/domain/sandbox/sound-passport";
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
    title: "Faces that are hardly alike, and a blurred document: a person has to look",
    see: (today) => {
      const quality = { ...SOUND_QUALITY, sharpness: 0.05 };
      return soundSight(today, { faces: facePair(0.76), document: soundPassport(today, { side: { quality } }) });
    },
    expect: { decision: "review", reasons: ["picture_sharpness_poor"] },
  },
  rejected: {
    kind: "seen",
    title: "Another person than the one on the document",
    see: (today) => soundSight(today, { faces: facePair(0.2) }),
    expect: { decision: "rejected", reasons: ["face_mismatch"] },
  },
};
