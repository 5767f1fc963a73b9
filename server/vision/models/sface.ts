import card from "@/models/sface/card.json";
import { ARC_FACE_CHIP } from "@/server/vision/models/arc-face-chip";
import { faceEmbedder } from "@/server/vision/models/face-embedder";

/** SFace (Zhong et al. 2021), 128 numbers a face; optional. Input: one 112×112 RGB chip on the ArcFace template. */
export const sface = faceEmbedder({
  card,
  chip: ARC_FACE_CHIP,
  mean: [0, 0, 0],
  scale: [1, 1, 1],
  order: "rgb",
});
