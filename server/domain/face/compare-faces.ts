import type { Reason } from "@/server/contract/fields";
import { fmrOfSimilarity } from "@/server/domain/face/calibration";
import { calibrationOf } from "@/server/domain/face/calibrations";
import type { FaceEvidence } from "@/server/domain/face/evidence";
import { type MatchThreshold, matchThreshold, similarityOf } from "@/server/domain/face/match-threshold";
import { LEAST_QUALITY, QUALITY_MESSAGES, weakestPart } from "@/server/domain/face/quality-policy";
import { scoreTemplates } from "@/server/domain/face/score-templates";

export interface FaceComparison {
  readonly match: boolean;
  /** 0–1, calibrated; 0 where the faces could not be compared. */
  readonly similarity: number;
  readonly threshold: number;
  /** False where a face is missing, too poor to compare, or of another model. */
  readonly usable: boolean;
  readonly reasons: Reason[];
}

/** Whether two pictures show one person. What cannot be compared is never a match. */
export function compareFaces(
  live: FaceEvidence,
  other: FaceEvidence,
  wanted: MatchThreshold = matchThreshold({}),
): FaceComparison {
  const threshold = similarityOf(wanted);
  const obstacles = [...obstaclesOf(live, "live"), ...obstaclesOf(other, "other")];
  const calibration = calibrationOf(live.model);
  if (live.model.id !== other.model.id || live.model.sha256 !== other.model.sha256) {
    obstacles.push({ code: "face_model_differs", message: "The faces were measured by different models." });
  } else if (!calibration) {
    obstacles.push({ code: "face_model_uncalibrated", message: `The model ${live.model.id} has no calibration.` });
  }
  if (obstacles.length > 0 || !calibration || !live.template || !other.template) {
    return { match: false, similarity: 0, threshold, usable: false, reasons: obstacles };
  }
  const score = scoreTemplates(live.template, other.template, calibration);
  const similarity = Math.min(1, Math.max(0, score.similarity));
  const match = similarity >= threshold;
  return {
    match,
    similarity,
    threshold,
    usable: true,
    reasons: [verdict(similarity, threshold, match), ...remarks(live)],
  };
}

function verdict(similarity: number, threshold: number, match: boolean): Reason {
  const [s, t] = [similarity.toFixed(2), threshold.toFixed(2)];
  const rate = `one pair of strangers in ${Math.round(1 / fmrOfSimilarity(threshold)).toLocaleString("en")} reaches it`;
  return {
    code: match ? "similarity_reached" : "similarity_below_threshold",
    message: match
      ? `Similarity ${s} reaches the threshold ${t} (${rate}).`
      : `Similarity ${s} is below the threshold ${t}.`,
    value: similarity,
    threshold,
  };
}

/** Why a picture cannot be compared. */
export function obstaclesOf(face: FaceEvidence, which: "live" | "other"): Reason[] {
  const where = which === "live" ? "live picture" : "other picture";
  if (face.faces === 0 || !face.template)
    return [{ code: `no_face_${which}`, message: `No face was found in the ${where}.` }];
  const { quality } = face;
  if (!quality || quality.overall >= LEAST_QUALITY) return [];
  const { code, message } = QUALITY_MESSAGES[weakestPart(quality)];
  return [
    {
      code: `${code}_${which}`,
      message: `${message.slice(0, -1)} (${where}).`,
      value: quality.overall,
      threshold: LEAST_QUALITY,
    },
  ];
}

function remarks(live: FaceEvidence): Reason[] {
  if (live.faces <= 1) return [];
  return [
    {
      code: "several_faces",
      message: `${live.faces} faces are in the live picture; the largest was compared.`,
      value: live.faces,
    },
  ];
}
