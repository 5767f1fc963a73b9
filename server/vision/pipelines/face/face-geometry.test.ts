import { expect, test } from "vitest";
import { faceEmbeddingDlib } from "@/server/vision/models/face-embedding-dlib";
import { applyAffine } from "@/server/vision/ops/affine";
import { alignFace, chipMap } from "@/server/vision/pipelines/face/align-face";
import { detectorViews, viewMap } from "@/server/vision/pipelines/face/detector-views";
import { eyeOpenness } from "@/server/vision/pipelines/face/eye-openness";
import { headPose } from "@/server/vision/pipelines/face/head-pose";
import { eyeDistance, MESH, meshPoint } from "@/server/vision/pipelines/face/mesh-points";
import type { FaceMesh } from "@/server/vision/pipelines/face/types";
import { frameDepth } from "@/server/vision/pipelines/liveness/frame-depth";
import { frameTilt, RIGID_POINTS } from "@/server/vision/pipelines/liveness/frame-tilt";
import { PLANARITY_POINTS } from "@/server/vision/pipelines/liveness/measure-frame";

type Xyz = readonly [number, number, number];

/** A mesh of the points that geometry uses, turned by yaw (to the right of the picture) and roll, degrees. */
function mesh(yaw: number, roll: number, scale = 100, flat = false): FaceMesh {
  const points: Record<number, Xyz> = {};
  for (let i = 0; i < 468; i++) {
    const [u, v] = [((i * 37) % 101) / 50 - 1, ((i * 61) % 97) / 48 - 1];
    points[i] = [0.7 * u, 0.9 * v, flat ? 0 : 0.6 * (u * u + v * v) - 0.6];
  }
  const put = (i: number, p: Xyz) => {
    points[i] = p;
  };
  put(MESH.rightCheek, [-0.75, 0, 0.4]);
  put(MESH.leftCheek, [0.75, 0, 0.4]);
  put(MESH.forehead, [0, -0.9, 0]);
  put(MESH.chin, [0, 0.9, 0.0]);
  put(2, [0, 0.2, -0.2]);
  put(MESH.rightEyeOuter, [-0.45, -0.2, 0]);
  put(MESH.rightEyeInner, [-0.15, -0.2, -0.05]);
  put(MESH.leftEyeInner, [0.15, -0.2, -0.05]);
  put(MESH.leftEyeOuter, [0.45, -0.2, 0]);
  const [cy, sy] = [Math.cos((yaw * Math.PI) / 180), Math.sin((yaw * Math.PI) / 180)];
  const [cr, sr] = [Math.cos((roll * Math.PI) / 180), Math.sin((roll * Math.PI) / 180)];
  const xyz = new Float32Array(468 * 3);
  for (let i = 0; i < 468; i++) {
    const [x, y, z] = points[i];
    const depth = flat ? 0 : z;
    const [tx, tz] = [x * cy - depth * sy, x * sy + depth * cy];
    const k = flat ? 1 / (1 + tz * 0.25) : 1;
    xyz.set([300 + scale * k * (tx * cr - y * sr), 250 + scale * k * (tx * sr + y * cr), scale * tz], i * 3);
  }
  return { xyz, presence: 1 };
}

test("yaw is positive towards the right edge of the picture, roll clockwise, and both are read in degrees", () => {
  for (const yaw of [-30, -10, 0, 15, 40]) expect(headPose(mesh(yaw, 0)).yaw).toBeCloseTo(yaw, 0);
  for (const roll of [-25, 0, 40]) expect(headPose(mesh(0, roll)).roll).toBeCloseTo(roll, 0);
});

test("the aligned face is the same whatever its place, size and roll", () => {
  const widths: number[] = [];
  for (const [roll, scale] of [
    [0, 100],
    [70, 60],
    [-130, 250],
  ]) {
    const face = mesh(0, roll, scale);
    const map = chipMap(face, faceEmbeddingDlib.chip)!;
    const [right, left] = [meshPoint(face, MESH.rightEyeOuter), meshPoint(face, MESH.leftEyeOuter)].map((p) =>
      applyAffine(map, p),
    );
    widths.push(left.x - right.x);
    expect(left.x - right.x).toBeGreaterThan(40);
    expect(Math.abs(left.y - right.y)).toBeLessThan(6);
  }
  for (const width of widths) expect(width).toBeCloseTo(widths[0], 3);
  expect(
    alignFace(
      { width: 4, height: 4, data: new Uint8Array(48) },
      { xyz: new Float32Array(468 * 3), presence: 1 },
      faceEmbeddingDlib.chip,
    ),
  ).toBeUndefined();
});

test("the distance of the eyes scales with the face", () => {
  expect(eyeDistance(mesh(0, 20, 200))).toBeCloseTo(2 * eyeDistance(mesh(0, 0, 100)), 3);
});

test("eye openness is height over width and does not depend on size or roll", () => {
  const wide = (roll: number, scale: number) => eyeOpenness(mesh(0, roll, scale)).mean;
  expect(wide(33, 250)).toBeCloseTo(wide(0, 100), 4);
});

const RIGID = [...RIGID_POINTS.keys()];
/** A point of a head as deep as most are, somewhere on the oval of a face, turned by `yaw` degrees. */
function shapePoint(id: number, yaw: number, flat: boolean): { x: number; y: number } {
  const eye = id === 33 ? -0.5 : id === 263 ? 0.5 : undefined;
  const at = RIGID.indexOf(id) * 2.4;
  const radius = 0.2 + 0.6 * ((RIGID.indexOf(id) % 7) / 6);
  const [x, y] = eye === undefined ? [radius * Math.cos(at), radius * Math.sin(at) + 0.2] : [eye, 0];
  const angle = (yaw * Math.PI) / 180;
  const depth = flat ? 0 : (RIGID_POINTS.get(id) ?? 0);
  return { x: 100 * (x * Math.cos(angle) + depth * Math.sin(angle)), y: 100 * y };
}

test("a head that turns shows depth, a flat picture that turns shows none, and one frame shows nothing", () => {
  const frame = (m: FaceMesh, yaw: number) => ({
    yaw,
    points: PLANARITY_POINTS.flatMap((i) => [m.xyz[i * 3], m.xyz[i * 3 + 1]]),
  });
  const head = frameDepth([frame(mesh(0, 0), 0), frame(mesh(25, 3), 25)]);
  const flat = frameDepth([frame(mesh(0, 0, 100, true), 0), frame(mesh(25, 3, 100, true), 25)]);
  expect(head?.turn).toBe(25);
  expect(head?.residual).toBeGreaterThan(0.05);
  expect(flat?.residual).toBeLessThan(0.001);
  expect(frameDepth([frame(mesh(0, 0), 0)])).toBeUndefined();
});

test("a head that turns is narrower and shows the parallax of its turn, a picture that is tilted is narrower alone", () => {
  const shapes = [0, 1, 0, -1, 1, 0, 20, 22, 23].map((yaw) => ({ yaw, ids: RIGID }));
  const tilt = (flat: boolean) =>
    frameTilt(
      shapes.map(({ yaw, ids }) => ids.map((i) => shapePoint(i, yaw, flat))),
      RIGID,
    );
  const [head, picture] = [tilt(false), tilt(true)];
  expect(head?.narrowing).toBeGreaterThan(0.04);
  expect(head?.parallax).toBeGreaterThan(0.25);
  expect(picture?.narrowing).toBeGreaterThan(0.04);
  expect(picture?.parallax).toBeLessThan(0.02);
  expect(frameTilt([[]], RIGID)).toBeUndefined();
});

test("the views of a thorough search cover every pixel of the picture, and each maps its square onto the input", () => {
  for (const size of [
    { width: 4000, height: 3000 },
    { width: 112, height: 900 },
  ]) {
    const stages = detectorViews(size, "thorough");
    for (const stage of stages.filter((s) => s.length > 4)) {
      const tiles = stage.filter((v) => v.turns === 0);
      for (let x = 1; x < size.width; x += size.width / 37) {
        for (let y = 1; y < size.height; y += size.height / 41) {
          expect(tiles.some((v) => Math.abs(x - v.x) <= v.side / 2 && Math.abs(y - v.y) <= v.side / 2)).toBe(true);
        }
      }
    }
    for (const view of stages.flat()) {
      const map = viewMap(view, 256);
      expect(applyAffine(map, { x: view.x, y: view.y })).toEqual({
        x: expect.closeTo(128, 6),
        y: expect.closeTo(128, 6),
      });
      const corner = applyAffine(map, { x: view.x + view.side / 2, y: view.y - view.side / 2 });
      expect([Math.round(Math.abs(corner.x - 128)), Math.round(Math.abs(corner.y - 128))]).toEqual([128, 128]);
    }
  }
});
