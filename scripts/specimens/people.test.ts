import { describe, expect, it } from "vitest";
import { createOnnxNodeRuntime } from "@/server/adapters/onnx-node-runtime";
import { infer } from "@/server/vision/infer";
import { faceEmbeddingDlib } from "@/server/vision/models/face-embedding-dlib";
import { alignFace } from "@/server/vision/pipelines/face/align-face";
import { detectFaces } from "@/server/vision/pipelines/face/detect-faces";
import { measureMesh } from "@/server/vision/pipelines/face/measure-mesh";
import type { Image } from "@/server/vision/types";
import type { Person } from "./face/person";
import { renderFace } from "./face/render-face";
import { findPerson, people, unlikePerson } from "./people";
import { decodePicture, encodeJpeg } from "./picture";

const runtime = createOnnxNodeRuntime();
const size = { width: 240, height: 300 };

const studio = (person: Person) => renderFace(person.face, { ...size, size: 0.21 });

/** Another day: other lamp, slightly turned, nearer camera, saved as a poor JPEG. */
const another = async (person: Person) => {
  const image = await renderFace(person.face, {
    ...size,
    size: 0.2,
    distance: 7,
    pose: { yaw: 0.08, roll: 0.06 },
    light: { azimuth: 0.6, elevation: 0.35, colour: "#ffe9cf" },
  });
  return decodePicture(await encodeJpeg(image, 75));
};

async function embedding(image: Image): Promise<{ score: number; vector: Float32Array }> {
  const [face] = await detectFaces(image, runtime, { effort: "quick", least: 0.2 });
  if (!face) return { score: 0, vector: new Float32Array(128) };
  const chip = alignFace(image, await measureMesh(image, face, runtime), faceEmbeddingDlib.chip);
  return { score: face.score, vector: (await infer(runtime, faceEmbeddingDlib, [chip!]))[0] };
}

const distance = (a: Float32Array, b: Float32Array) => Math.hypot(...a.map((v, i) => v - b[i]));

describe("the cast", () => {
  it("is twelve people or more, of two sexes, three generations and unique ids", () => {
    expect(people.length).toBeGreaterThanOrEqual(12);
    expect(new Set(people.map((person) => person.id)).size).toBe(people.length);
    const years = people.map((person) => Number(person.birthDate.slice(0, 4)));
    expect(Math.max(...years) - Math.min(...years)).toBeGreaterThan(45);
    expect(people.filter((person) => person.sex === "F").length).toBe(people.length / 2);
  });

  it("names an impostor for everybody who is somebody else", () => {
    for (const person of people) expect(unlikePerson(person).id).not.toBe(person.id);
    expect(() => findPerson("nobody")).toThrow(/no drawn person/);
  });

  it("is found by the detector and told apart by the embedding, and each person is like themselves", async () => {
    const first: Awaited<ReturnType<typeof embedding>>[] = [];
    for (const person of people) first.push(await embedding(await studio(person)));
    expect(first.filter(({ score }) => score < 0.68)).toEqual([]);
    const apart = first.flatMap((a, i) => first.slice(i + 1).map((b) => distance(a.vector, b.vector)));
    expect(Math.min(...apart)).toBeGreaterThan(0.45);
    for (const [i, person] of people.entries()) {
      if (i % 3) continue;
      const again = await embedding(await another(person));
      expect(again.score, person.id).toBeGreaterThan(0.68);
      expect(distance(first[i].vector, again.vector), person.id).toBeLessThan(0.25);
      const impostor = first[people.indexOf(unlikePerson(person))];
      expect(distance(again.vector, impostor.vector), person.id).toBeGreaterThan(0.6);
    }
  }, 180_000);
});
