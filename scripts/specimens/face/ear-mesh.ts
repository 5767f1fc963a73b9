import type { HeadProfile } from "./head-mesh";
import { gridMesh, type Mesh, materials } from "./mesh";
import type { Face } from "./person";

/** One ear as a shallow dish with a rolled rim, standing off the side of the head. `side` is −1 or 1 (image right). */
export function earMesh(face: Face, profile: HeadProfile, side: -1 | 1): Mesh {
  const tall = 0.36 * face.shape.earSize;
  const deep = 0.22 * face.shape.earSize;
  const centreY = 0.2;
  const x0 = profile.width(centreY) * 0.97;
  return gridMesh(materials.ear, 18, 40, (row, column) => {
    const r = row / 17;
    const angle = (column / 39) * 2 * Math.PI * -side;
    const lobe = 1 - 0.22 * Math.max(0, Math.sin(angle));
    const back = -Math.cos(angle) * r * deep * lobe;
    const y = centreY + Math.sin(angle) * r * tall * (1 - 0.08 * Math.cos(angle));
    const rim = 0.075 * Math.exp(-(((r - 0.86) / 0.13) ** 2)) - 0.05 * Math.exp(-((r / 0.45) ** 2));
    const x = side * (x0 + 0.05 + 0.42 * (back + 0.5 * deep) + rim * (1 - r ** 8) - 0.1 * r ** 8);
    return [x, y, -0.12 - back * 0.9 * -1 - 2 * back * 0.9, side * r, y, angle];
  });
}
