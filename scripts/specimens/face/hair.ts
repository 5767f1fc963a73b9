import { curve, smoothstep } from "./curve";
import { type HairCut, hairCuts } from "./hair-cuts";
import type { HeadProfile } from "./head-mesh";
import { gridMesh, type Mesh, materials, sectionAngle, signedPower } from "./mesh";
import { valueNoise } from "./noise";
import type { Face } from "./person";

/** Whether hair covers the point of the shell at height `y` and `angle`; the edge is frayed along the strands. */
export function hairCoverage(face: Face, cut: HairCut): (y: number, angle: number) => boolean {
  const edge = curve(cut.edge);
  const lift = (face.shape.foreheadHeight - 1) * 0.98;
  const fray = cut.cloth ? 0 : 0.05 + 0.05 * cut.wave + (cut.fall ? 0.07 : 0);
  return (y, angle) => {
    const along = angle + y * cut.slant * 0.2;
    const strand =
      0.45 * valueNoise(along * 24, y * 0.8, face.seed) + 0.55 * valueNoise(along * 110, y, face.seed + 1) - 0.5;
    const shifted = Math.abs(angle) < 0.9 ? Math.abs(angle - cut.parting * 0.25) : Math.abs(angle);
    const raise = Math.abs(angle) < 1 ? lift * (1 - Math.abs(angle)) : 0;
    return y < edge(shifted) - raise + strand * fray * 2;
  };
}

/** The shell of hair round the skull, and whatever hangs from it; empty for a bald head. */
export function hairMeshes(face: Face, profile: HeadProfile): readonly Mesh[] {
  const cut = hairCuts[face.hair];
  if (!cut) return [];
  const crown = profile.plan.crownY;
  const bottom = Math.max(...cut.edge.map(([, y]) => y)) + 0.1;
  const fw = face.shape.faceWidth;
  const followed = [-0.9, -0.6, -0.4].map((y): [number, number] => [y, profile.width(y)]);
  const fall = cut.fall && curve([...followed, ...cut.fall.map(([y, w]): [number, number] => [y, w * fw])]);
  const growth = curve([
    [crown, cut.top],
    [crown + 0.6, cut.top * 0.6 + cut.side * 0.4],
    [crown + 1.2, cut.side],
  ]);
  const lumpy = (a: number, y: number) =>
    cut.lumps * (valueNoise(a * 5, y * 5, face.seed + 7) + 0.5 * valueNoise(a * 11, y * 11, face.seed + 9) - 0.7);
  const shell = gridMesh(materials.hair, 110, 120, (row, column) => {
    const y = crown + (bottom - crown) * (row / 109) ** 1.6;
    const angle = sectionAngle(column, 120);
    const grow = growth(y) + lumpy(angle, y);
    const skull = Math.min(y, 0.75);
    const hang = fall && y > -0.6 ? fall(y) : profile.width(skull);
    const c = Math.cos(angle);
    const depth = c > 0 ? profile.front(skull) : Math.max(profile.back(Math.min(y, 0.2)), hang * 0.9);
    const drawBack = c > 0 ? 1 - 0.38 * smoothstep(-0.5, 0.4, y) : 1;
    const x = hang * signedPower(Math.sin(angle), 0.87);
    const z = signedPower(c, 0.87) * depth * drawBack;
    const up = Math.min(0, (y + 0.3) / 1.7);
    const length = Math.hypot(x / 1.08, up, z / 1.9) || 1;
    return [x + (grow * x) / 1.08 / length, y + (grow * up) / length, z + (grow * z) / 1.9 / length, x, y, angle];
  });
  return face.hair === "bun" ? [shell, bunMesh(crown)] : [shell];
}

function bunMesh(crown: number): Mesh {
  return gridMesh(materials.hair, 24, 40, (row, column) => {
    const v = (row / 23) * Math.PI;
    const angle = (column / 39) * 2 * Math.PI - Math.PI;
    const x = 0.42 * Math.sin(v) * Math.sin(angle);
    const y = crown - 0.12 - 0.36 * Math.cos(v);
    return [x, y, -0.35 + 0.42 * Math.sin(v) * Math.cos(angle), x, crown - 0.5 - 0.3 * Math.cos(v), angle];
  });
}
