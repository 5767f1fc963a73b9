import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addModel } from "@/scripts/models/add-model";
import type { Card } from "@/scripts/models/card-schema";
import { createOnnxNodeRuntime, modelsFolder } from "@/server/adapters/onnx-node-runtime";
import { infer } from "@/server/vision/infer";
import { ARC_FACE_CHIP } from "@/server/vision/models/arc-face-chip";
import { faceEmbedder } from "@/server/vision/models/face-embedder";
import { mobileFaceNet } from "@/server/vision/models/mobilefacenet";
import type { Image } from "@/server/vision/types";

let models: string;
beforeAll(async () => {
  models = await mkdtemp(path.join(tmpdir(), "added-models-"));
});
afterAll(() => rm(models, { recursive: true }));

const chip: Image = {
  width: 112,
  height: 112,
  data: new Uint8Array(112 * 112 * 3).map((_, i) => 128 + 100 * Math.sin(i / 377) * Math.cos(i / 1201)),
};

test("an ArcFace-style network added from a file by its card alone runs as the built one does", async () => {
  const source = { kind: "url", url: "https://models.example/net.onnx" } as const;
  const card: Card = {
    ...(mobileFaceNet.card as Card),
    id: "somebodys-arcface",
    file: "net.onnx",
    golden: undefined,
    source,
  };
  const { id, file } = mobileFaceNet.card;
  await addModel(card, path.join(modelsFolder(), id, file), { root: process.cwd(), models });
  const added = faceEmbedder({
    card,
    chip: ARC_FACE_CHIP,
    mean: [127.5, 127.5, 127.5],
    scale: [128, 128, 128],
    order: "rgb",
  });
  const [theirs, ours] = [createOnnxNodeRuntime({ folder: models }), createOnnxNodeRuntime()];
  const [one] = await infer(theirs, added, [chip]);
  const [other] = await infer(ours, mobileFaceNet, [chip]);
  expect(one).toHaveLength(192);
  expect([...one]).toEqual([...other]);
  await Promise.all([theirs.close(), ours.close()]);
});
