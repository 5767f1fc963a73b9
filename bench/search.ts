import { parseArgs } from "node:util";
import { percentile } from "@/bench/percentiles";
import { faceGalleries } from "@/server/adapters/face-galleries";
import { visionPool } from "@/server/adapters/vision/worker-pool";
import type { FaceCalibration } from "@/server/domain/face/calibration";
import { calibrationOf } from "@/server/domain/face/calibrations";
import { galleryFacts, searchGallery } from "@/server/domain/face/face-gallery";
import { cosine, normalisedScore, templateStatistics } from "@/server/domain/face/normalise-score";
import { scoreOfFmr } from "@/server/domain/face/score-templates";
import { seededNormal } from "@/server/domain/face/seeded-normal";
import { DEFAULT_FACE_MODEL } from "@/server/vision/models/face-space";

/**
 * `npm run bench -- search [--faces 100000] [--rounds 20] [--json]`: one search among made-up templates, beside
 * comparing each in full and sorting. Times of the processor, and of the clock through a worker as the service asks.
 * Fails where the answers differ.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      faces: { type: "string", default: "100000" },
      rounds: { type: "string", default: "20" },
      json: { type: "boolean" },
    },
  });
  const calibration = calibrationOf({ id: DEFAULT_FACE_MODEL, version: "1+1" })!;
  const people = drawPeople(Number(values.faces), calibration);
  const gallery = await galleryOf(people);
  const limits = { most: 10, least: scoreOfFmr(1e-4, calibration.knots) };
  const pool = visionPool({ threads: 1 });
  const [naive, ours, asked]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round <= Number(values.rounds); round++) {
    const probe = people[(round * 7919) % people.length];
    const before = cpu();
    const wanted = compareAll(people, probe, limits);
    const between = cpu();
    const found = searchGallery(gallery, probe, limits);
    const after = cpu();
    const started = performance.now();
    const answer = await pool.nearest(gallery, probe, limits);
    const ms = performance.now() - started;
    const same = [found, answer].every((hits) => `${hits.map((h) => h.index)}` === `${wanted}`);
    if (!same) throw new Error(`round ${round}: the search and the comparison of all differ`);
    if (round === 0) continue;
    naive.push(between - before);
    ours.push(after - between);
    asked.push(ms);
  }
  await pool.close();
  const rows = [
    { what: "every one in full, sorted", ...times(naive) },
    { what: "the search", ...times(ours) },
    { what: "the search in a worker, by the clock", ...times(asked) },
  ];
  if (values.json) process.stdout.write(`${JSON.stringify({ faces: people.length, rows })}\n`);
  else console.table(rows);
}

interface Drawn {
  readonly template: Float32Array;
  readonly statistics: { readonly mean: number; readonly deviation: number };
}

/** Nobody's templates: members of the calibration's drawn cohort, each moved at random. */
function drawPeople(count: number, { cohort, normalisation }: FaceCalibration): Drawn[] {
  const random = seededNormal(1);
  const known = cohort.map((member) => templateStatistics(member, cohort, normalisation));
  return Array.from({ length: count }, (_, i) => {
    const moved = cohort[i % cohort.length].map((v) => v + 0.05 * random.normal());
    const length = Math.hypot(...moved);
    return { template: moved.map((v) => v / length), statistics: known[i % cohort.length] };
  });
}

function galleryOf(people: readonly Drawn[]) {
  return faceGalleries().renewed("bench", people[0].template.length, async (gallery) => {
    people.forEach(({ template, statistics }, i) => {
      gallery.add(String(i), template, galleryFacts(template, statistics));
    });
  });
}

function compareAll(
  people: readonly Drawn[],
  probe: Drawn,
  { most, least }: { most: number; least: number },
): number[] {
  return people
    .map(({ template, statistics }, index) => ({
      index,
      score: normalisedScore(cosine(template, probe.template), statistics, probe.statistics),
    }))
    .filter(({ score }) => score >= least)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ index }) => index);
}

function cpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function times(ms: readonly number[]) {
  const [p50, p95] = [0.5, 0.95].map((share) => Math.round(percentile(ms, share) * 10) / 10);
  return { p50_ms: p50, p95_ms: p95 };
}
