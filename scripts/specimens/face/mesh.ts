/** What a surface is made of; the shader has one look for each. */
export const materials = { skin: 0, ear: 1, body: 2, hair: 3 } as const;
export type Material = (typeof materials)[keyof typeof materials];

/**
 * A triangle mesh in head units (x right, y down, z to the viewer). `rest` keeps, per vertex, the place on the
 * undeformed head that its colour is looked up by: x, y, and the angle round the head (0 is the front).
 */
export interface Mesh {
  readonly material: Material;
  readonly positions: Float32Array;
  readonly normals: Float32Array;
  readonly rest: Float32Array;
  readonly triangles: Uint32Array;
}

/** A surface of rows and columns. `place` writes position and rest of one vertex. */
export function gridMesh(
  material: Material,
  rows: number,
  columns: number,
  place: (row: number, column: number) => readonly [x: number, y: number, z: number, a: number, b: number, c: number],
): Mesh {
  const count = rows * columns;
  const positions = new Float32Array(count * 3);
  const rest = new Float32Array(count * 3);
  for (let r = 0, i = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++, i += 3) {
      const v = place(r, c);
      positions.set([v[0], v[1], v[2]], i);
      rest.set([v[3], v[4], v[5]], i);
    }
  }
  return {
    material,
    positions,
    rest,
    normals: gridNormals(positions, rows, columns),
    triangles: gridTriangles(rows, columns),
  };
}

function gridTriangles(rows: number, columns: number): Uint32Array {
  const triangles = new Uint32Array((rows - 1) * (columns - 1) * 6);
  let k = 0;
  for (let r = 0; r + 1 < rows; r++) {
    for (let c = 0; c + 1 < columns; c++) {
      const i = r * columns + c;
      triangles.set([i, i + 1, i + columns, i + 1, i + columns + 1, i + columns], k);
      k += 6;
    }
  }
  return triangles;
}

/** Central differences over the grid; rows run down and columns to the right as seen from outside. */
function gridNormals(p: Float32Array, rows: number, columns: number): Float32Array {
  const normals = new Float32Array(p.length);
  for (let r = 0; r < rows; r++) {
    const up = Math.max(0, r - 1) * columns;
    const down = Math.min(rows - 1, r + 1) * columns;
    for (let c = 0; c < columns; c++) {
      const left = (r * columns + Math.max(0, c - 1)) * 3;
      const right = (r * columns + Math.min(columns - 1, c + 1)) * 3;
      const above = (up + c) * 3;
      const below = (down + c) * 3;
      const ax = p[right] - p[left];
      const ay = p[right + 1] - p[left + 1];
      const az = p[right + 2] - p[left + 2];
      const bx = p[below] - p[above];
      const by = p[below + 1] - p[above + 1];
      const bz = p[below + 2] - p[above + 2];
      const nx = ay * bz - az * by;
      const ny = az * bx - ax * bz;
      const nz = ax * by - ay * bx;
      const length = Math.hypot(nx, ny, nz) || 1;
      normals.set([nx / length, ny / length, nz / length], (r * columns + c) * 3);
    }
  }
  return normals;
}

/** Columns round a section, dense in front: angle 0 is the front, ±π the back. */
export function sectionAngle(column: number, columns: number): number {
  const t = (2 * column) / (columns - 1) - 1;
  return Math.PI * (0.62 * t + 0.38 * t * t * t);
}

/** Superellipse of exponent `n`: the signed power keeps the sign of sine and cosine. */
export const signedPower = (v: number, exponent: number): number => Math.sign(v) * Math.abs(v) ** exponent;
