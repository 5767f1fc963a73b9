import type { Image } from "@/server/vision/types";
import type { Backdrop } from "./backdrop";
import { bodyMesh } from "./body-mesh";
import { earMesh } from "./ear-mesh";
import { type FaceTexture, paintFace } from "./face-texture";
import { type Camera, drawMeshes } from "./g-buffer";
import { hairCoverage, hairMeshes } from "./hair";
import { hairCuts } from "./hair-cuts";
import { headMesh, headProfile } from "./head-mesh";
import type { Mesh } from "./mesh";
import { type Face, frontalPose, type Lighting, type Pose, studioLight } from "./person";
import { shadeScene } from "./shade";
import { rotation, turnMesh } from "./transform";

export interface FaceView {
  readonly width: number;
  readonly height: number;
  /** Half a face width as a share of the picture's width; 0.2 is a portrait. */
  readonly size?: number;
  /** Where the eyes sit, as shares of width and height. */
  readonly centre?: readonly [number, number];
  readonly pose?: Partial<Pose>;
  readonly light?: Partial<Lighting>;
  readonly backdrop?: Backdrop;
  /** Samples per pixel and axis. */
  readonly supersample?: number;
  /** Camera distance in half face widths: 6 is an arm's length, 14 a studio. */
  readonly distance?: number;
}

interface Sculpture {
  readonly head: readonly Mesh[];
  readonly body: Mesh;
}

const studioSheet: Backdrop = { kind: "sheet", colour: "#c9d2da" };
const sculptures = new WeakMap<Face, Sculpture>();

function sculpt(face: Face): Sculpture {
  const known = sculptures.get(face);
  if (known) return known;
  const profile = headProfile(face);
  const head = [
    headMesh(face, profile),
    earMesh(face, profile, -1),
    earMesh(face, profile, 1),
    ...hairMeshes(face, profile),
  ];
  const made = { head, body: bodyMesh(face, profile) };
  sculptures.set(face, made);
  return made;
}

/** A drawn head as the camera sees it: sRGB, anti-aliased. Deterministic; about 0.2 s at 600 × 800. */
export async function renderFace(face: Face, view: FaceView): Promise<Image> {
  const pose = { ...frontalPose, ...view.pose };
  const light = { ...studioLight, ...view.light };
  const s = view.supersample ?? 2;
  const [width, height] = [view.width * s, view.height * s];
  const scale = (view.size ?? 0.2) * width;
  const { plan } = headProfile(face);
  const texture: FaceTexture = await paintFace(face, plan, pose, Math.min(420, Math.max(120, scale * 1.2)));
  const { head, body } = sculpt(face);
  const turn = rotation(pose);
  const lean = rotation({ yaw: pose.yaw * 0.15, pitch: pose.pitch * 0.1, roll: pose.roll * 0.15 });
  const meshes = [turnMesh(body, lean, [0, 2, -0.3]), ...head.map((mesh) => turnMesh(mesh, turn, [0, 0.75, -0.35]))];
  const [cx, cy] = view.centre ?? [0.5, 0.45];
  const camera: Camera = { width, height, cx: cx * width, cy: cy * height, scale, distance: view.distance ?? 10 };
  const cut = hairCuts[face.hair];
  const covers = cut ? hairCoverage(face, cut) : () => false;
  const buffer = drawMeshes(meshes, camera, covers);
  return shadeScene({
    buffer,
    meshes,
    covers,
    face,
    texture,
    light,
    backdrop: view.backdrop ?? studioSheet,
    supersample: s,
  });
}
