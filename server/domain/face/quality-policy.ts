/** Below this overall quality two faces are not compared at all: of same-person pairs under it, 70 % fall below the threshold. */
export const LEAST_QUALITY = 0.15;

type QualityPart = "size" | "sharpness" | "exposure" | "frontal";

/** What to tell a person whose face could not be used, by the weakest part. */
export const QUALITY_MESSAGES: Readonly<Record<QualityPart, { readonly code: string; readonly message: string }>> = {
  size: { code: "face_too_small", message: "The face is too small in the picture." },
  sharpness: { code: "face_blurred", message: "The face is blurred." },
  exposure: { code: "face_badly_lit", message: "The face is too dark or too bright." },
  frontal: { code: "face_turned_away", message: "The face is turned away from the camera." },
};

/** The part of the quality that holds a face back most. */
export function weakestPart(quality: Readonly<Record<QualityPart, number>>): QualityPart {
  const parts = Object.keys(QUALITY_MESSAGES) as QualityPart[];
  return parts.reduce((worst, part) => (quality[part] < quality[worst] ? part : worst));
}
