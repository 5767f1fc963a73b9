import type { Mesh } from "./mesh";
import type { Pose } from "./person";

/** Row-major 3×3. */
export type Rotation = readonly number[];

/** Yaw, then pitch, then roll, each about the neck. */
export function rotation({ yaw, pitch, roll }: Pick<Pose, "yaw" | "pitch" | "roll">): Rotation {
  const [cy, sy, cp, sp, cr, sr] = [yaw, pitch, roll].flatMap((a) => [Math.cos(a), Math.sin(a)]);
  const yawM = [cy, 0, sy, 0, 1, 0, -sy, 0, cy];
  const pitchM = [1, 0, 0, 0, cp, -sp, 0, sp, cp];
  const rollM = [cr, -sr, 0, sr, cr, 0, 0, 0, 1];
  return multiply(rollM, multiply(pitchM, yawM));
}

function multiply(a: Rotation, b: Rotation): Rotation {
  return Array.from({ length: 9 }, (_, i) => {
    const r = Math.floor(i / 3) * 3;
    return a[r] * b[i % 3] + a[r + 1] * b[(i % 3) + 3] + a[r + 2] * b[(i % 3) + 6];
  });
}

/** The mesh turned about `pivot`. */
export function turnMesh(mesh: Mesh, m: Rotation, pivot: readonly [number, number, number]): Mesh {
  return { ...mesh, positions: turn(mesh.positions, m, pivot), normals: turn(mesh.normals, m, [0, 0, 0]) };
}

function turn(v: Float32Array, m: Rotation, [px, py, pz]: readonly [number, number, number]): Float32Array {
  const out = new Float32Array(v.length);
  for (let i = 0; i < v.length; i += 3) {
    const x = v[i] - px;
    const y = v[i + 1] - py;
    const z = v[i + 2] - pz;
    out[i] = m[0] * x + m[1] * y + m[2] * z + px;
    out[i + 1] = m[3] * x + m[4] * y + m[5] * z + py;
    out[i + 2] = m[6] * x + m[7] * y + m[8] * z + pz;
  }
  return out;
}
