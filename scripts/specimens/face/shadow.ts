import { type Mesh, materials } from "./mesh";
import { rasterise } from "./raster";

const SIZE = 320;
const SPAN = 5.2;

/** How much of the key light reaches a point (0…1): a depth map seen from the light, filtered 3×3. */
export type ShadowLookup = (x: number, y: number, z: number) => number;

/** `light` is the unit vector towards the light. Head units. */
export function shadowMap(
  meshes: readonly Mesh[],
  light: readonly [number, number, number],
  hairCovers: (y: number, angle: number) => boolean,
): ShadowLookup {
  const [u, v] = lightAxes(light);
  const depth = new Float32Array(SIZE * SIZE).fill(-Infinity);
  const k = SIZE / SPAN;
  const at = (x: number, y: number, z: number) => [
    (u[0] * x + u[1] * y + u[2] * z) * k + SIZE / 2,
    (v[0] * x + v[1] * y + v[2] * z - 0.4) * k + SIZE / 2,
    light[0] * x + light[1] * y + light[2] * z,
  ];
  for (const { positions, rest, triangles, material } of meshes) {
    const xyz = new Float32Array(positions.length);
    for (let i = 0; i < positions.length; i += 3) xyz.set(at(positions[i], positions[i + 1], positions[i + 2]), i);
    const isHair = material === materials.hair;
    rasterise(
      { xyz, triangles },
      SIZE,
      SIZE,
      depth,
      (_pixel, i0) => !isHair || hairCovers(rest[i0 * 3 + 1], rest[i0 * 3 + 2]),
    );
  }
  const [ux, uy, uz] = u;
  const [vx, vy, vz] = v;
  const [lx, ly, lz] = light;
  return (x, y, z) => {
    const px = (ux * x + uy * y + uz * z) * k + SIZE / 2 - 0.5;
    const py = (vx * x + vy * y + vz * z - 0.4) * k + SIZE / 2 - 0.5;
    const pz = lx * x + ly * y + lz * z + 0.07;
    let lit = 0;
    for (let dy = -1; dy <= 1; dy++) {
      const sy = Math.round(py + dy * 1.6);
      for (let dx = -1; dx <= 1; dx++) {
        const sx = Math.round(px + dx * 1.6);
        if (sx < 0 || sy < 0 || sx >= SIZE || sy >= SIZE || depth[sy * SIZE + sx] < pz) lit++;
      }
    }
    return lit / 9;
  };
}

function lightAxes([x, y, z]: readonly [number, number, number]): readonly [number[], number[]] {
  const across = Math.hypot(x, z) || 1;
  const u = [z / across, 0, -x / across];
  const v = [u[2] * y - 0 * z, u[0] * z - u[2] * x, 0 * x - u[0] * y].map((c) => -c);
  return [u, v[1] < 0 ? v.map((c) => -c) : v];
}
