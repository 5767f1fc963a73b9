import { curve } from "./curve";
import type { HeadProfile } from "./head-mesh";
import { gridMesh, type Mesh, materials, sectionAngle, signedPower } from "./mesh";
import type { Face } from "./person";

/** Neck and shoulders. The section is round at the neck and flat over the shoulders. */
export function bodyMesh(face: Face, profile: HeadProfile): Mesh {
  const chin = profile.plan.chinY;
  const neck = 0.18 + 0.48 * face.shape.jawWidth * face.shape.faceWidth;
  const width = curve([
    [0.3, neck * 0.95],
    [chin, neck * 0.96],
    [chin + 0.16, neck * 1.02],
    [chin + 0.3, neck * 1.2],
    [chin + 0.46, neck * 1.75],
    [chin + 0.66, 1.62],
    [chin + 0.95, 2.05],
    [chin + 1.5, 2.3],
    [chin + 3, 2.34],
  ]);
  const front = curve([
    [0.3, 0.5],
    [chin, 0.5],
    [chin + 0.3, 0.53],
    [chin + 0.6, 0.66],
    [chin + 1.2, 0.92],
    [chin + 3, 1.1],
  ]);
  return gridMesh(materials.body, 56, 72, (row, column) => {
    const y = 0.4 + (chin + 2.4 - 0.4) * (row / 55);
    const angle = sectionAngle(column, 72);
    const x = width(y) * signedPower(Math.sin(angle), 0.9);
    const z = signedPower(Math.cos(angle), 0.9) * front(y) - 0.28;
    return [x, y, z, x, y - chin, angle];
  });
}
