import card from "@/models/sface/card.json";
import { faceEmbedder } from "@/server/vision/models/face-embedder";

/** SFace (Zhong et al. 2021), 128 numbers a face; optional. Input: one 112×112 RGB chip on the ArcFace template. */
export const sface = faceEmbedder({
  card,
  chip: {
    side: 112,
    mesh: [[33, 133], [263, 362], [4], [61], [291]],
    at: [
      { x: 38.2946, y: 51.6963 },
      { x: 73.5318, y: 51.5014 },
      { x: 56.0252, y: 71.7366 },
      { x: 41.5493, y: 92.3655 },
      { x: 70.7299, y: 92.2041 },
    ],
  },
  mean: [0, 0, 0],
  scale: [1, 1, 1],
  order: "rgb",
});
