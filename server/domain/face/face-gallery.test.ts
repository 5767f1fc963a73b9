import { expect, test } from "vitest";
import { FACTS, type FaceGallery, galleryFacts, searchGallery } from "@/server/domain/face/face-gallery";
import { cosine, normalisedScore } from "@/server/domain/face/normalise-score";
import { seededNormal } from "@/server/domain/face/seeded-normal";

const DIMENSION = 320;
const random = seededNormal(3);
const unit = (v: Float32Array) => v.map((x) => x / Math.hypot(...v));
const draw = () => unit(Float32Array.from({ length: DIMENSION }, () => random.normal()));
const near = (v: Float32Array, spread: number) => unit(v.map((x) => x + spread * random.normal()));

const probe = { template: draw(), statistics: { mean: 0.1, deviation: 0.05 } };
const people = Array.from({ length: 403 }, (_, i) => ({
  template: i % 50 === 7 ? near(probe.template, 0.02 + i / 8000) : draw(),
  statistics: { mean: 0.05 + (i % 7) / 100, deviation: 0.04 + (i % 5) / 100 },
}));
const gallery: FaceGallery = {
  count: people.length,
  dimension: DIMENSION,
  templates: Float32Array.from(people.flatMap((p) => [...p.template])),
  facts: Float32Array.from(people.flatMap((p) => galleryFacts(p.template, p.statistics))),
};
/** Every score computed in full and sorted. */
const naive = (least: number) =>
  people
    .map(({ template, statistics }, index) => ({
      index,
      score: normalisedScore(cosine(template, probe.template), statistics, probe.statistics),
    }))
    .filter(({ score }) => score >= least)
    .sort((a, b) => b.score - a.score);

test.each([-100, 0, 5, 12])("a search finds what comparing every template finds, from the score %i on", (least) => {
  const found = searchGallery(gallery, probe, { most: 1000, least });
  expect(found.map(({ index }) => index)).toEqual(naive(least).map(({ index }) => index));
  found.forEach(({ score }, i) => {
    expect(score).toBeCloseTo(naive(least)[i].score, 3);
  });
});

test("only the best are given where more are found, and none of a gallery that is empty", () => {
  expect(searchGallery(gallery, probe, { most: 3, least: -100 })).toHaveLength(3);
  expect(searchGallery(gallery, probe, { most: 3, least: -100 })[0].index).toBe(naive(-100)[0].index);
  expect(searchGallery({ ...gallery, count: 0 }, probe, { most: 3, least: -100 })).toEqual([]);
});

test("room behind the last template is never looked at", () => {
  const roomy = {
    ...gallery,
    templates: Float32Array.from([...gallery.templates, ...probe.template]),
    facts: Float32Array.from([...gallery.facts, ...new Array(FACTS).fill(1)]),
  };
  expect(searchGallery(roomy, probe, { most: 500, least: 0 }).every(({ index }) => index < people.length)).toBe(true);
});
