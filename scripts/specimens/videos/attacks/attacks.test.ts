import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createOnnxNodeRuntime } from "@/server/adapters/onnx-node-runtime";
import { applyHomography, homography } from "@/server/vision/ops/homography";
import { detectFaces } from "@/server/vision/pipelines/face/detect-faces";
import { measureMesh } from "@/server/vision/pipelines/face/measure-mesh";
import type { Image, Point } from "@/server/vision/types";
import { people } from "../../people";
import { faceScene, type Timed } from "../face-scene";
import { attacks } from "./index";

const acts: readonly Timed[] = [
  { act: "still", seconds: 1 },
  { act: "turn-left", seconds: 2 },
  { act: "blink", seconds: 1.5 },
  { act: "turn-right", seconds: 2 },
];
const setting = { victim: people[4].face, attacker: people[1].face, acts, width: 400, height: 300, seed: 2 };
const runtime = createOnnxNodeRuntime();
const film = (id: string) => attacks.find((attack) => attack.id === id)!.film(setting);

async function points(image: Image): Promise<Point[]> {
  const [face] = await detectFaces(image, runtime, { least: 0.3 });
  const { xyz } = await measureMesh(image, face, runtime);
  return Array.from({ length: xyz.length / 3 }, (_, i) => ({ x: xyz[i * 3], y: xyz[i * 3 + 1] }));
}

/** Root mean square of what one homography leaves between two frames, in distances of the outer eye corners. */
async function residual(a: Image, b: Image): Promise<number> {
  const [p, q] = [await points(a), await points(b)];
  const map = homography(p, q)!;
  const eyes = Math.hypot(q[263].x - q[33].x, q[263].y - q[33].y);
  const sum = p.reduce((s, point, i) => {
    const moved = applyHomography(map, point);
    return s + (moved.x - q[i].x) ** 2 + (moved.y - q[i].y) ** 2;
  }, 0);
  return Math.sqrt(sum / p.length) / eyes;
}

describe("filmed attacks", () => {
  it("are registered, each under its own id, and every file of the folder is used", () => {
    expect(new Set(attacks.map(({ id }) => id)).size).toBe(attacks.length);
    const files = readdirSync(import.meta.dirname).filter((f) => !/test|index|attack\.ts/.test(f));
    expect(files.sort()).toEqual([
      "cut-eyes.ts",
      "held-picture.ts",
      "screen-replay.ts",
      "stored-frames.ts",
      "two-people.ts",
      "virtual-camera.ts",
      "wrong-answer.ts",
    ]);
  });

  it("move a flat picture as one plane, and a drawn head not", async () => {
    const flat = await film("held-print");
    const head = faceScene(setting.victim, acts, setting);
    const ofFlat = await residual(await flat.frame(0.5), await flat.frame(1.7));
    const ofHead = await residual(await head.frame(0.5), await head.frame(1.7));
    expect(ofHead).toBeGreaterThan(2 * ofFlat);
  });

  it("repeat frames bit for bit where they are stored", async () => {
    const [loop, frozen] = [await film("loop"), await film("frozen")];
    expect((await loop.frame(0.25)).data).toEqual((await loop.frame(2.35)).data);
    expect((await frozen.frame(0)).data).toEqual((await frozen.frame(3)).data);
  });

  it("show two faces where there are two people", async () => {
    const scene = await attacks.find(({ id }) => id === "two-people")!.film({ ...setting, width: 640, height: 480 });
    expect((await detectFaces(await scene.frame(0.5), runtime, { least: 0.5 })).length).toBe(2);
  });
});
