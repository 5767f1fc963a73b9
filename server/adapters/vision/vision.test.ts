import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { people } from "@/scripts/specimens/people";
import { encodeJpeg } from "@/scripts/specimens/picture";
import { drawSelfie } from "@/scripts/specimens/selfie";
import { recapturePaper, recaptureScreen } from "@/scripts/specimens/wear/recapture";
import { createOnnxNodeRuntime } from "@/server/adapters/onnx-node-runtime";
import { faceEvidence } from "@/server/adapters/vision/face-evidence";
import { livenessEvidence } from "@/server/adapters/vision/liveness-evidence";
import { pictureMemory } from "@/server/adapters/vision/picture-memory";
import { visionPool } from "@/server/adapters/vision/worker-pool";
import { AppError } from "@/server/contract/errors";
import type { LivenessAction } from "@/server/contract/liveness-challenge";
import { compareFaces } from "@/server/domain/face/compare-faces";
import { judgeLiveness } from "@/server/domain/liveness/judge-liveness";
import { faceEmbeddingDlib } from "@/server/vision/models/face-embedding-dlib";
import { DEFAULT_FACE_MODEL, findFaceSpace } from "@/server/vision/models/face-space";
import type { Image } from "@/server/vision/types";

const runtime = createOnnxNodeRuntime();
const tools = { runtime, open: pictureMemory(runtime) };
const SIZE = { width: 540, height: 720 };
const [anna, omar] = people;
const space = findFaceSpace(DEFAULT_FACE_MODEL)!;
let live: Image;
let jpeg: Buffer;
let again: Buffer;
let stranger: Buffer;
const face = (bytes: Uint8Array) => faceEvidence(bytes, "live", space, tools);
const judge = async (image: Image) =>
  judgeLiveness(await livenessEvidence({ still: await encodeJpeg(image, 88) }, tools));

beforeAll(async () => {
  live = await drawSelfie(anna.face, { ...SIZE, seed: 3 });
  jpeg = await encodeJpeg(live, 90);
  again = await encodeJpeg(await drawSelfie(anna.face, { ...SIZE, seed: 8, light: { strength: 0.6 } }), 80);
  stranger = await encodeJpeg(await drawSelfie(omar.face, { ...SIZE, seed: 5 }), 90);
}, 120_000);
afterAll(() => runtime.close());

test("one drawn person matches in another light, and another person does not", async () => {
  const [a, b, c] = [await face(jpeg), await face(again), await face(stranger)];
  expect(a).toMatchObject({ faces: 1, model: { id: DEFAULT_FACE_MODEL } });
  expect(Math.hypot(...(a.template ?? []))).toBeCloseTo(1, 4);
  expect(compareFaces(a, b)).toMatchObject({ match: true, usable: true });
  expect(compareFaces(a, c)).toMatchObject({ match: false, usable: true });
});

test.each([90, 180, 270])("a face turned by %i degrees is found and matches", async (angle) => {
  const turned = await sharp(jpeg).rotate(angle).jpeg({ quality: 90 }).toBuffer();
  expect(compareFaces(await face(turned), await face(again)).match).toBe(true);
});

test("a small face in a large picture and a face that fills the picture are found", async () => {
  const small = await sharp(jpeg)
    .resize(180)
    .extend({ top: 400, bottom: 700, left: 900, right: 400, background: "#889" })
    .jpeg()
    .toBuffer();
  const tight = await sharp(jpeg).extract({ left: 150, top: 190, width: 240, height: 270 }).jpeg().toBuffer();
  expect((await face(small)).faces).toBe(1);
  expect((await face(tight)).faces).toBe(1);
});

test("two people are reported as two faces", async () => {
  const both = await sharp({ create: { width: 1080, height: 720, channels: 3, background: "#888" } })
    .composite([
      { input: jpeg, left: 0, top: 0 },
      { input: stranger, left: 540, top: 0 },
    ])
    .jpeg()
    .toBuffer();
  expect((await face(both)).faces).toBe(2);
});

test("a picture without a face has none: no template, and not live", async () => {
  const wall = await sharp({ create: { width: 300, height: 400, channels: 3, background: "#a98" } })
    .jpeg()
    .toBuffer();
  expect(await face(wall)).not.toHaveProperty("template");
  const verdict = judgeLiveness(await livenessEvidence({ still: wall }, tools));
  expect(verdict).toMatchObject({ is_live: false, spoof_type: "unknown", faces: 0 });
});

test("a drawn selfie is live; the same one shown on a screen or printed is not", async () => {
  expect(await judge(live)).toMatchObject({ is_live: true, spoof_type: "none" });
  expect((await judge(recaptureScreen(live, 1))).is_live).toBe(false);
  expect((await judge(recapturePaper(live, 1))).is_live).toBe(false);
});

test("a head that turns to its left shows the turn and depth; frames may come in any order", async () => {
  const yaws = [0, 0, 0.2, 0.45, 0.2, 0];
  const frames = [];
  for (const [i, yaw] of yaws.entries()) {
    const image = await drawSelfie(anna.face, {
      width: 360,
      height: 480,
      seed: 3,
      pose: { yaw, pitch: 0, roll: 0 },
      noise: 2 + i / 10,
    });
    frames.push({ tMs: i * 300, bytes: await encodeJpeg(image, 85) });
  }
  const evidence = await livenessEvidence({ frames: [...frames].reverse() }, tools);
  expect(evidence.frames?.map((f) => f.tMs)).toEqual(frames.map((f) => f.tMs));
  expect(evidence.depth?.residual).toBeGreaterThan(0.055);
  const report = {
    nonce: "n",
    prompts: [200],
    camera: { label: "Camera", settings: { width: 1, height: 1 } },
    frame_times: [0, 33],
  };
  const asked = (action: LivenessAction) => ({ challenge: { id: "n", actions: [action], colours: [] }, report });
  expect(judgeLiveness(evidence, asked("turn_left")).is_live).toBe(true);
  expect(judgeLiveness(evidence, asked("turn_right")).is_live).toBe(false);
}, 120_000);

test("a model that is missing or altered is refused by name, never taken for an answer", async () => {
  const elsewhere = createOnnxNodeRuntime({ folder: "/nonexistent" });
  const lost = { runtime: elsewhere, open: pictureMemory(elsewhere) };
  await expect(faceEvidence(jpeg, "live", space, lost)).rejects.toMatchObject({
    code: "model_unavailable",
    details: { reason: "missing" },
  });
  const altered = { ...faceEmbeddingDlib.card, sha256: "0".repeat(64) };
  await expect(runtime.load(altered)).rejects.toMatchObject({
    details: { reason: "checksum_differs", fix: "npm run models" },
  });
});

test("the workers answer as the functions do, and a refusal keeps its code and details across the thread", async () => {
  const pool = visionPool({ threads: 1 });
  try {
    const [remote, local] = [await pool.face(jpeg, "live"), await face(jpeg)];
    expect(remote.faces).toBe(local.faces);
    expect(compareFaces(remote, local).similarity).toBeGreaterThan(0.95);
    const refusal = await pool.face(Buffer.from("GIF89a"), "live").catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(AppError);
    expect(refusal).toMatchObject({ code: "unsupported_media_type", status: 415 });
    expect((await pool.portrait(jpeg))?.length).toBeGreaterThan(2000);
  } finally {
    await pool.close();
  }
}, 120_000);

test("a task that takes too long is given up as overloaded", async () => {
  const pool = visionPool({ threads: 1, timeoutMs: 1 });
  await expect(pool.face(jpeg, "live")).rejects.toMatchObject({ code: "overloaded" });
  await pool.close();
});
