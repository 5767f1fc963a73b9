import card from "@/models/mobilefacenet/card.json";
import { ARC_FACE_CHIP } from "@/server/vision/models/arc-face-chip";
import { faceEmbedder } from "@/server/vision/models/face-embedder";

/** MobileFaceNet (Chen et al. 2018), 192 numbers a face. Input: RGB chips on the ArcFace template. */
export const mobileFaceNet = faceEmbedder({
  card,
  chip: ARC_FACE_CHIP,
  mean: [127.5, 127.5, 127.5],
  scale: [128, 128, 128],
  order: "rgb",
});
