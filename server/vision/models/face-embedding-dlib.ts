import card from "@/models/face-embedding-dlib/card.json";
import { faceEmbedder } from "@/server/vision/models/face-embedder";

const SIDE = 150;
const PADDING = 0.25;
/** dlib's five-point mean face shape in an unpadded chip of side 1, for the mesh points below. */
const SHAPE: readonly (readonly [number, number])[] = [
  [0.8595674595992, 0.2134981538014],
  [0.6460604764104, 0.2289674387677],
  [0.1205750620789, 0.2137274526848],
  [0.3340850613712, 0.2290642403242],
  [0.4901123135679, 0.6277975316475],
];

/** dlib's face recognition ResNet (King 2017), 128 numbers a face. Input: aligned 150×150 RGB chips. */
export const faceEmbeddingDlib = faceEmbedder({
  card,
  chip: {
    side: SIDE,
    mesh: [[263], [362], [33], [133], [2]],
    at: SHAPE.map(([x, y]) => ({
      x: ((PADDING + x) / (1 + 2 * PADDING)) * SIDE,
      y: ((PADDING + y) / (1 + 2 * PADDING)) * SIDE,
    })),
  },
  mean: [122.782, 117.001, 104.298],
  scale: [255, 255, 255],
  order: "rgb",
});
