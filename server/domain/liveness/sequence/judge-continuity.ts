import type { Reason } from "@/server/contract/fields";
import type { FrameEvidence } from "@/server/domain/liveness/evidence";

/** A face may be lost for this share of the frames. */
const MOST_LOST = 0.3;
/**
 * Templates of one person within one capture lie nearer than this (cosine, one look each; server/domain/liveness/README.md). One
 * frame alone may be blurred.
 */
const SAME_PERSON = 0.9;
const LEAST_STRANGE = 2;

/** One face throughout, and the same one throughout and as in the still. */
export function judgeContinuity(frames: readonly FrameEvidence[]): Reason[] {
  const out: Reason[] = [];
  const lost = frames.filter((f) => f.faces === 0).length / Math.max(1, frames.length);
  if (lost > MOST_LOST) {
    out.push({ code: "face_lost", message: "The face was not in view throughout.", value: lost, threshold: MOST_LOST });
  }
  const crowded = frames.find((f) => f.faces > 1);
  if (crowded) {
    out.push({ code: "several_faces", message: "More than one face was in view.", value: crowded.faces, threshold: 1 });
  }
  const strange = frames.flatMap((f) => f.likeness ?? []).filter((likeness) => likeness < SAME_PERSON);
  if (strange.length >= LEAST_STRANGE) {
    const message = "The face is not the same one throughout.";
    out.push({ code: "another_person", message, value: Math.min(...strange), threshold: SAME_PERSON });
  }
  return out;
}
