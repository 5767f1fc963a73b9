import { type Mesh, materials } from "./mesh";
import { rasterise } from "./raster";

/** Per pixel: depth, what is seen, its normal, its place on the undeformed head, its place in space. */
export interface GBuffer {
  readonly width: number;
  readonly height: number;
  readonly depth: Float32Array;
  /** Material + 1; 0 is background. Hair seen from inside has bit 8 set. */
  readonly material: Uint8Array;
  /** nx, ny, nz, a, b, c, x, y, z per pixel. */
  readonly data: Float32Array;
}

export const G_STRIDE = 9;
export const INSIDE = 8;

/**
 * A pinhole at `distance` before the head: pixels per head unit at z = 0 is `scale`; `cx`, `cy` is where the axis hits.
 */
export interface Camera {
  readonly width: number;
  readonly height: number;
  readonly cx: number;
  readonly cy: number;
  readonly scale: number;
  readonly distance: number;
}

export function drawMeshes(
  meshes: readonly Mesh[],
  camera: Camera,
  hairCovers: (y: number, angle: number) => boolean,
): GBuffer {
  const { width, height } = camera;
  const depth = new Float32Array(width * height).fill(-Infinity);
  const material = new Uint8Array(width * height);
  const data = new Float32Array(width * height * G_STRIDE);
  for (const mesh of meshes) {
    const { rest, normals, positions, triangles } = mesh;
    const isHair = mesh.material === materials.hair;
    const culled = mesh.material === materials.skin || mesh.material === materials.body;
    rasterise(
      { xyz: project(positions, camera), triangles },
      width,
      height,
      depth,
      (pixel, i0, i1, i2, w0, w1, w2, facing) => {
        if (culled && !facing) return false;
        const a = i0 * 3;
        const b = i1 * 3;
        const c = i2 * 3;
        if (isHair) {
          const y = w0 * rest[a + 1] + w1 * rest[b + 1] + w2 * rest[c + 1];
          if (!hairCovers(y, w0 * rest[a + 2] + w1 * rest[b + 2] + w2 * rest[c + 2])) return false;
        }
        const o = pixel * G_STRIDE;
        for (let k = 0; k < 3; k++) {
          data[o + k] = w0 * normals[a + k] + w1 * normals[b + k] + w2 * normals[c + k];
          data[o + 3 + k] = w0 * rest[a + k] + w1 * rest[b + k] + w2 * rest[c + k];
          data[o + 6 + k] = w0 * positions[a + k] + w1 * positions[b + k] + w2 * positions[c + k];
        }
        material[pixel] = mesh.material + 1 + (isHair && !facing ? INSIDE : 0);
        return true;
      },
    );
  }
  return { width, height, depth, material, data };
}

function project(positions: Float32Array, { cx, cy, scale, distance }: Camera): Float32Array {
  const out = new Float32Array(positions.length);
  for (let i = 0; i < positions.length; i += 3) {
    const k = (scale * distance) / (distance - positions[i + 2]);
    out[i] = cx + positions[i] * k;
    out[i + 1] = cy + positions[i + 1] * k;
    out[i + 2] = positions[i + 2];
  }
  return out;
}
