import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { addModel } from "@/scripts/models/add-model";
import { type BuildFolders, buildModel } from "@/scripts/models/build-model";
import { type Card, Card as CardSchema } from "@/scripts/models/card-schema";
import { sha256 } from "@/scripts/models/package-file";
import { readCard, readCards } from "@/scripts/models/read-cards";

const root = path.resolve(__dirname, "../..");
let folders: BuildFolders;
const card = async (id: string): Promise<Card> => (await readCards(root)).find((c) => c.id === id)!;

beforeEach(async () => {
  folders = { root, models: await mkdtemp(path.join(tmpdir(), "models-")) };
});
afterEach(() => rm(folders.models, { recursive: true }));

test("every card in models/ is well-formed", async () => {
  expect((await readCards(root)).map((c) => c.id)).toEqual(
    expect.arrayContaining(["blazeface", "face-embedding-dlib", "facemesh", "iris", "sface"]),
  );
});

test.each(["blazeface", "facemesh", "iris", "face-embedding-dlib", "mobilefacenet"])(
  "%s is converted to the bytes on its card and agrees with another computation, and is not built twice",
  async (id) => {
    expect(await buildModel(await card(id), folders)).toBe("built");
    expect(await buildModel(await card(id), folders)).toBe("unchanged");
  },
);

test("a built file that was altered is built again", async () => {
  const iris = await card("iris");
  await buildModel(iris, folders);
  const file = path.join(folders.models, "iris", iris.file);
  await writeFile(file, "altered");
  expect(await buildModel(iris, folders)).toBe("built");
  expect(sha256(await readFile(file))).toBe(iris.sha256);
});

test("a source, result or golden tensor that differs stops the build and leaves no file", async () => {
  const iris = await card("iris");
  if (iris.source.kind !== "tfjs-graph" || !iris.golden) throw new Error("the card of iris changed its kind");
  const zeros = "0".repeat(64);
  const source = { ...iris.source, weights: { ...iris.source.weights, sha256: zeros } };
  await expect(buildModel({ ...iris, source }, folders)).rejects.toThrow(/iris\.bin has SHA-256/);
  await expect(buildModel({ ...iris, sha256: zeros }, folders)).rejects.toThrow(/the card says 000/);
  const golden = { ...iris.golden, seed: 2 };
  await expect(buildModel({ ...iris, golden }, folders)).rejects.toThrow(/output points differs from the original by/);
  await expect(readFile(path.join(folders.models, "iris", iris.file))).rejects.toThrow();
});

test("an optional model is left alone until it is added, and added only with the checksum on its card", async () => {
  const file = path.join(folders.models, "local");
  await writeFile(file, "weights");
  const optional: Card = {
    ...(await card("sface")),
    sha256: sha256(new TextEncoder().encode("weights")),
    golden: undefined,
  };
  expect(await buildModel(optional, folders)).toBe("optional");
  await expect(addModel({ ...optional, sha256: "1".repeat(64) }, file, folders)).rejects.toThrow(/SHA-256 is/);
  await addModel(optional, file, folders);
  expect(await buildModel(optional, folders)).toBe("installed");
  await expect(addModel(await card("iris"), file, folders)).rejects.toThrow(/not optional/);
});

test("a wrong card is refused with its name and what is wrong", async () => {
  expect(() => readCard("x", JSON.stringify({ id: "x" }))).toThrow(/models\/x\/card\.json: .*sha256/);
  const text = await readFile(path.join(root, "models/iris/card.json"), "utf8");
  expect(() => readCard("other", text)).toThrow(/names the id iris/);
  expect(CardSchema.parse(JSON.parse(text)).file).toBe("iris.onnx");
});
