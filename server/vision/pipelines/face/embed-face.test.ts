import { expect, test } from "vitest";
import { cosine } from "@/server/domain/face/normalise-score";
import { faceEmbedder } from "@/server/vision/models/face-embedder";
import { faceEmbeddingDlib } from "@/server/vision/models/face-embedding-dlib";
import { DEFAULT_FACE_MODEL, findFaceSpace } from "@/server/vision/models/face-space";
import { sface } from "@/server/vision/models/sface";
import { embedFace, meanDirection } from "@/server/vision/pipelines/face/embed-face";
import { faceTemplate } from "@/server/vision/pipelines/face/face-template";
import type { FaceMesh } from "@/server/vision/pipelines/face/types";
import type { Image, Runtime, TensorMap } from "@/server/vision/types";

/** Records what it is asked and answers, per picture, the mean of each channel. */
function channelMeans(outputs: string, asked: TensorMap[]): Runtime {
  return {
    run: async (_, inputs) => {
      asked.push(inputs);
      const { dims, data } = Object.values(inputs)[0];
      const plane = dims[2] * dims[3];
      const means = Float32Array.from({ length: dims[0] * 3 }, (_, i) => {
        const part = data.subarray(i * plane, (i + 1) * plane);
        return part.reduce((sum, v) => sum + v, 0) / plane;
      });
      return { [outputs]: { dims: [dims[0], 3], data: means } };
    },
  };
}
const image: Image = {
  width: 200,
  height: 200,
  data: new Uint8Array(200 * 200 * 3).map((_, i) => [200, 100, 50][i % 3]),
};
const mesh: FaceMesh = { presence: 1, xyz: Float32Array.from({ length: 468 * 3 }, (_, i) => 60 + ((i * 29) % 83)) };

test("a network that takes several faces at once is run once, one that takes a single face once for each mirror image", async () => {
  const [many, single]: [TensorMap[], TensorMap[]] = [[], []];
  const a = await embedFace(image, mesh, faceEmbeddingDlib, channelMeans("embedding", many));
  const b = await embedFace(image, mesh, sface, channelMeans("fc1", single));
  expect(many.map((m) => m.input.dims)).toEqual([[2, 3, 150, 150]]);
  expect(single.map((m) => m.data.dims)).toEqual(Array(2).fill([1, 3, 112, 112]));
  for (const template of [a, b]) expect(Math.hypot(...(template ?? []))).toBeCloseTo(1, 5);
});

test("a model by card alone gets its own channel order, mean and scale", async () => {
  const asked: TensorMap[] = [];
  const bgr = faceEmbedder({
    ...sface,
    mean: [10, 20, 30],
    scale: [10, 10, 10],
    order: "bgr",
    card: { ...sface.card, inputs: [{ name: "x", dims: ["n", 3, 112, 112] }] },
  });
  await embedFace(image, mesh, bgr, channelMeans("fc1", asked));
  const { data } = asked[0].x;
  const centre = 56 * 112 + 56;
  const values = [0, 1, 2].map((c) => data[c * 112 * 112 + centre]);
  [(50 - 10) / 10, (100 - 20) / 10, (200 - 30) / 10].forEach((want, c) => {
    expect(values[c]).toBeCloseTo(want, 1);
  });
});

test("a template of two networks is both of their embeddings in equal parts, and its cosine the mean of theirs", async () => {
  const run: Runtime = {
    run: async (card, inputs) =>
      (card.id === "sface" ? channelMeans("fc1", []) : channelMeans("embedding", [])).run(card, inputs),
  };
  const [one, other] = [await embedFace(image, mesh, faceEmbeddingDlib, run), await embedFace(image, mesh, sface, run)];
  const both = await faceTemplate(image, mesh, findFaceSpace("face-embedding-dlib+sface")!, run);
  expect(both).toHaveLength(6);
  expect(cosine(both!, both!)).toBeCloseTo(1, 5);
  expect(
    cosine(
      both!,
      [...one!, ...other!].map((v) => v * Math.SQRT1_2),
    ),
  ).toBeCloseTo(1, 5);
});

test("a space names all of its networks, and an unknown one is no space", () => {
  expect(findFaceSpace(DEFAULT_FACE_MODEL)).toMatchObject({ id: DEFAULT_FACE_MODEL, version: "1+1" });
  expect(findFaceSpace("sface")?.sha256).toBe(sface.card.sha256);
  for (const unknown of ["", "nobody", "sface+nobody"]) expect(findFaceSpace(unknown)).toBeUndefined();
});

test("a mean direction counts every embedding alike, whatever its length", () => {
  const mean = meanDirection([Float32Array.of(10, 0), Float32Array.of(0, 0.1)]);
  expect(mean[0]).toBeCloseTo(Math.SQRT1_2, 5);
  expect(mean[1]).toBeCloseTo(Math.SQRT1_2, 5);
});
