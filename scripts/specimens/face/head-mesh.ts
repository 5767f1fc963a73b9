import { curve, smoothstep } from "./curve";
import { type FacePlan, facePlan } from "./landmarks";
import { gridMesh, type Mesh, materials, sectionAngle, signedPower } from "./mesh";
import type { Face } from "./person";

/** A Gaussian hill or hollow on the front of the head. */
interface Bump {
  readonly x: number;
  readonly y: number;
  readonly sx: number;
  readonly sy: number;
  readonly h: number;
}

const ROWS = 132;
const COLUMNS = 140;
const SECTION = 2 / 2.35;

/** Half width, front depth and back depth of the skull at a height. */
export interface HeadProfile {
  readonly plan: FacePlan;
  readonly width: (y: number) => number;
  readonly front: (y: number) => number;
  readonly back: (y: number) => number;
}

/** Knots of the vault of the skull: a quarter of a superellipse from the crown down to its widest ring. */
function dome(top: number, radius: number): [number, number][] {
  return [0, 0.02, 0.07, 0.15, 0.27, 0.42, 0.6, 0.8, 1].map((t) => [
    top + (-0.45 - top) * t,
    radius * (1 - (1 - t) ** 2.15) ** (1 / 2.15),
  ]);
}

export function headProfile({ shape }: Face): HeadProfile {
  const plan = facePlan(shape);
  const { crownY: top, chinY: chin, mouthY: mouth } = plan;
  const w = shape.faceWidth;
  const jaw = w * shape.jawWidth;
  const chinW = w * shape.chinWidth;
  const width = curve([
    ...dome(top, 1.045 * w),
    [0, 1.02 * w],
    [0.35, 0.985 * w * (0.5 + 0.5 * shape.cheekbones)],
    [0.75, 0.9 * (w * 0.4 + jaw * 0.6)],
    [mouth, 0.83 * jaw],
    [mouth + 0.28, 0.7 * (jaw * 0.6 + chinW * 0.4)],
    [chin - 0.2, 0.56 * chinW],
    [chin - 0.07, 0.38 * chinW],
    [chin - 0.015, 0.19 * chinW],
    [chin, 0],
  ]);
  const front = curve([
    ...dome(top, 1.34),
    [0, 1.33],
    [mouth, 1.3],
    [chin - 0.2, 1.24],
    [chin - 0.07, 1.17],
    [chin - 0.015, 1.05],
    [chin, 0.85],
  ]);
  const back = curve([...dome(top, 1.4), [0, 1.35], [0.6, 1], [1, 0.6], [chin - 0.1, 0.2], [chin, -0.3]]);
  return { plan, width, front, back };
}

function bumps({ shape, age }: Face, plan: FacePlan): readonly Bump[] {
  const pair = (b: Bump): Bump[] => [b, { ...b, x: -b.x }];
  const lips = shape.lipFullness;
  return [
    ...pair({ x: plan.eyeX, y: plan.eyeY - 0.02, sx: 0.27, sy: 0.2, h: -0.17 }),
    ...pair({ x: plan.eyeX, y: plan.eyeY + 0.01, sx: 0.17, sy: 0.11, h: 0.075 }),
    ...pair({ x: plan.eyeX, y: plan.browY, sx: 0.32, sy: 0.13, h: 0.07 }),
    { x: 0, y: plan.browY + 0.03, sx: 0.2, sy: 0.14, h: 0.03 },
    ...pair({ x: 0.62, y: 0.36, sx: 0.27, sy: 0.22, h: 0.07 * shape.cheekbones }),
    ...pair({ x: plan.noseHalf * 0.74, y: plan.noseBase - 0.08, sx: 0.095, sy: 0.1, h: 0.13 }),
    ...pair({ x: 0.44, y: plan.mouthY - 0.12, sx: 0.1, sy: 0.3, h: -0.03 - 0.03 * age }),
    { x: 0, y: plan.noseTip, sx: plan.noseHalf * 0.55, sy: 0.12, h: 0.07 * shape.noseHeight },
    { x: 0, y: plan.mouthY - 0.16, sx: 0.07, sy: 0.1, h: -0.02 },
    { x: 0, y: plan.mouthY - 0.02, sx: plan.mouthHalf * 1.2, sy: 0.2, h: 0.08 },
    { x: 0, y: plan.mouthY - 0.065 * lips, sx: plan.mouthHalf * 0.8, sy: 0.06, h: 0.045 * lips },
    { x: 0, y: plan.mouthY, sx: plan.mouthHalf, sy: 0.025, h: -0.045 },
    { x: 0, y: plan.mouthY + 0.085 * lips, sx: plan.mouthHalf * 0.66, sy: 0.07, h: 0.055 * lips },
    { x: 0, y: plan.mouthY + 0.25, sx: 0.28, sy: 0.1, h: -0.055 },
    { x: 0, y: plan.chinY - 0.24, sx: 0.24 * shape.chinWidth, sy: 0.16, h: 0.07 },
    ...pair({ x: 0.92, y: -0.45, sx: 0.2, sy: 0.3, h: -0.05 }),
  ];
}

function noseHeight(x: number, y: number, { shape }: Face, plan: FacePlan): number {
  const p = (y - plan.noseTop) / (plan.noseTip - plan.noseTop);
  if (p < -0.6) return 0;
  const along = p < 0 ? smoothstep(-0.6, 0, p) * 0.07 : 0.07 + 0.25 * Math.min(p, 1.1) ** 1.2;
  const end = 1 - smoothstep(plan.noseTip - 0.03, plan.noseBase + 0.1, y);
  const spread = plan.noseHalf * (0.42 + 0.34 * Math.min(1, Math.max(0, p)));
  return shape.noseHeight * along * end * Math.exp(-(Math.abs(x / spread) ** 2.1));
}

/** Skull, face and underside of the jaw as one surface. */
export function headMesh(face: Face, profile: HeadProfile): Mesh {
  const { plan } = profile;
  const hills = bumps(face, plan);
  const relief = (x: number, y: number) => {
    let sum = noseHeight(x, y, face, plan);
    for (const b of hills) {
      const dx = (x - b.x) / b.sx;
      const dy = (y - b.y) / b.sy;
      const d = dx * dx + dy * dy;
      if (d < 9) sum += b.h * Math.exp(-d);
    }
    return sum;
  };
  return gridMesh(materials.skin, ROWS, COLUMNS, (row, column) => {
    const t = row / (ROWS - 1);
    const y = plan.crownY + (plan.chinY - plan.crownY) * (t - Math.sin(2 * Math.PI * t) * 0.09);
    const angle = sectionAngle(column, COLUMNS);
    const x = profile.width(y) * signedPower(Math.sin(angle), SECTION);
    const c = Math.cos(angle);
    const flat = signedPower(c, SECTION) * (c > 0 ? profile.front(y) : profile.back(y));
    const z = flat + (c > 0 ? smoothstep(0, 0.5, c) * relief(x, y) : 0);
    return [x, y, z, x, y, angle];
  });
}
