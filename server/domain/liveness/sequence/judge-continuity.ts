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
/**
 * Two who look alike lie nearer to one another, but their change is a step: every template on one side of it lies below the first
 * and below every one on the other side by the second. Where one person's likeness falls so, it comes back.
 */
const STEPPED_BELOW = 0.935;
const STEP = 0.03;
const LEAST_SIDE = 2;

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
  const likeness = frames.flatMap((f) => f.likeness ?? []);
  const strange = likeness.filter((one) => one < SAME_PERSON).length >= LEAST_STRANGE;
  if (strange || isStepped(likeness)) {
    const message = "The face is not the same one throughout.";
    const threshold = strange ? SAME_PERSON : STEPPED_BELOW;
    out.push({ code: "another_person", message, value: Math.min(...likeness), threshold });
  }
  return out;
}

function isStepped(likeness: readonly number[]): boolean {
  for (let at = LEAST_SIDE; at <= likeness.length - LEAST_SIDE; at++) {
    const [before, after] = [likeness.slice(0, at), likeness.slice(at)];
    for (const [low, high] of [
      [before, after],
      [after, before],
    ]) {
      const top = Math.max(...low);
      if (top < STEPPED_BELOW && Math.min(...high) - top >= STEP) return true;
    }
  }
  return false;
}
