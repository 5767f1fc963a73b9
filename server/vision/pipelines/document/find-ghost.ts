import { detectInViews } from "@/server/vision/pipelines/face/detect-faces";
import { measureMesh } from "@/server/vision/pipelines/face/measure-mesh";
import type { DetectedFace, FaceMesh } from "@/server/vision/pipelines/face/types";
import type { Image, Quad, Runtime } from "@/server/vision/types";

/** A detection worth a mesh, what the mesh must think of it, and its width over the portrait's, at most. */
const LIKELY = 0.6;
const CONVINCED = 0.95;
const SMALLER = 0.7;

export interface Ghost {
  readonly face: DetectedFace;
  /** Where the print is clear enough to be measured: most ghosts are too faint. */
  readonly mesh?: FaceMesh;
}

/** The ghost image: a second, smaller print of the portrait elsewhere on the page. Undefined where none is seen. */
export async function findGhost(
  image: Image,
  document: Quad,
  portrait: DetectedFace,
  runtime: Runtime,
): Promise<Ghost | undefined> {
  const clear = (await detectInViews(image, runtime, halves(image, document))).filter(
    (face) => face.score >= LIKELY && face.box.width < SMALLER * portrait.box.width && !touches(face, portrait),
  );
  const best = clear.reduce<DetectedFace | undefined>((a, b) => (a && a.score >= b.score ? a : b), undefined);
  if (!best) return undefined;
  const mesh = await measureMesh(image, best, runtime);
  return { face: best, ...(mesh.presence >= CONVINCED && { mesh }) };
}

/** Two squares that cover the document, so that a small face is seen at twice the size. */
function halves(image: Image, document: Quad) {
  const clamp = (v: number, max: number) => Math.max(0, Math.min(max, v));
  const xs = document.map(({ x }) => clamp(x, image.width));
  const ys = document.map(({ y }) => clamp(y, image.height));
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const side = Math.max(bottom - top, (right - left) * 0.6);
  const y = (top + bottom) / 2;
  return [left + side / 2, right - side / 2].map((x) => ({ x, y, side, turns: 0 as const }));
}

/** Whether a face lies within the portrait: another look at the same face, or a part of it. */
function touches({ box: a }: DetectedFace, { box: b }: DetectedFace): boolean {
  const [x, y] = [a.x + a.width / 2, a.y + a.height / 2];
  return x > b.x - b.width * 0.3 && x < b.x + b.width * 1.3 && y > b.y - b.height * 0.5 && y < b.y + b.height * 1.3;
}
