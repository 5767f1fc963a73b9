import type { FaceReport } from "@/components/capture/vision/face-report";
import { crop } from "@/server/vision/ops/crop";
import { gray } from "@/server/vision/ops/gray";
import { resize } from "@/server/vision/ops/resize";
import { sharpness } from "@/server/vision/ops/sharpness";
import { headPose } from "@/server/vision/pipelines/face/head-pose";
import { eyeDistance } from "@/server/vision/pipelines/face/mesh-points";
import type { FaceMesh } from "@/server/vision/pipelines/face/types";
import type { Box, Image } from "@/server/vision/types";

/** Place, pose, size, sharpness and light of a face whose mesh is known. */
export function describeFace(image: Image, mesh: FaceMesh): Omit<NonNullable<FaceReport["face"]>, "eyes" | "gaze"> {
  const box = bounds(mesh);
  const plane = resize(gray(crop(image, box)), 128, 128);
  let sum = 0;
  for (let i = 0; i < plane.data.length; i++) sum += plane.data[i];
  return {
    box: {
      x: box.x / image.width,
      y: box.y / image.height,
      width: box.width / image.width,
      height: box.height / image.height,
    },
    ...headPose(mesh),
    span: eyeDistance(mesh) / Math.max(image.width, image.height),
    sharpness: sharpness(plane),
    light: sum / plane.data.length,
  };
}

function bounds({ xyz }: FaceMesh): Box {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < xyz.length; i += 3) {
    x0 = Math.min(x0, xyz[i]);
    x1 = Math.max(x1, xyz[i]);
    y0 = Math.min(y0, xyz[i + 1]);
    y1 = Math.max(y1, xyz[i + 1]);
  }
  return { x: x0, y: y0, width: x1 - x0, height: y1 - y0 };
}
