import type { ChipTemplate } from "@/server/vision/models/face-embedder";
import { similarityTransform } from "@/server/vision/ops/similarity-transform";
import { warpAffine } from "@/server/vision/ops/warp-affine";
import { meshMean } from "@/server/vision/pipelines/face/mesh-points";
import type { FaceMesh } from "@/server/vision/pipelines/face/types";
import type { Affine, Image } from "@/server/vision/types";

/** The similarity that brings the mesh onto an embedder's template; undefined for a mesh collapsed to a point. */
export function chipMap(mesh: FaceMesh, template: ChipTemplate): Affine<"source", "chip"> | undefined {
  const from = template.mesh.map((indices) => meshMean(mesh, indices));
  return similarityTransform<"source", "chip">(from, template.at);
}

/** The aligned picture that an embedder expects. */
export function alignFace(image: Image, mesh: FaceMesh, template: ChipTemplate): Image | undefined {
  const map = chipMap(mesh, template);
  return map && warpAffine(image, map, template.side, template.side);
}
