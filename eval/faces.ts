import { parseArgs } from "node:util";
import { groupReports } from "@/eval/face-pairs/face-groups";
import { type MeasuredFace, measureFaces } from "@/eval/face-pairs/face-pictures";
import { type FaceScorer, faceScorer } from "@/eval/face-pairs/face-scorer";
import { inHalf } from "@/eval/face-pairs/half";
import { type PairList, readPairs } from "@/eval/face-pairs/read-pairs";
import { areaUnderCurve, fnmrAtFmr, percentile, shareReaching } from "@/eval/statistics/error-rates";
import { fmrOfSimilarity } from "@/server/domain/face/calibration";
import { DEFAULT_SIMILARITY_THRESHOLD } from "@/server/domain/face/match-threshold";
import { DEFAULT_FACE_MODEL } from "@/server/vision/models/face-space";

/**
 * `npm run eval -- faces --pairs pairs.csv [--images DIR] [--model ID] [--half report] [--json]`: how well faces are matched.
 * `--half report` keeps only the people from whom nothing was derived. A pair whose face was not found counts as refused.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      pairs: { type: "string" },
      images: { type: "string" },
      model: { type: "string", default: DEFAULT_FACE_MODEL },
      half: { type: "string" },
      threshold: { type: "string", default: String(DEFAULT_SIMILARITY_THRESHOLD) },
      json: { type: "boolean" },
    },
  });
  if (!values.pairs) throw new Error("Say what to measure: npm run eval -- faces --pairs pairs.csv");
  const list = keepHalf(readPairs(values.pairs, values.images), values.half);
  const faces = await measureFaces(list.folder, [...list.identities.keys()], values.model);
  const report = summarise(list, faces, Number(values.threshold));
  if (values.json) process.stdout.write(`${JSON.stringify(report)}\n`);
  else print(report);
}

function keepHalf(list: PairList, half: string | undefined): PairList {
  if (half === undefined) return list;
  if (half !== "report" && half !== "derive") throw new Error("--half is report or derive");
  const people = [...new Set(list.identities.values())];
  const keep = inHalf(people, half);
  const identities = new Map([...list.identities].filter(([, person]) => keep.has(person)));
  return { ...list, identities, pairs: list.pairs.filter((p) => identities.has(p.a) && identities.has(p.b)) };
}

type Report = ReturnType<typeof summarise>;

function summarise(list: PairList, faces: ReadonlyMap<string, MeasuredFace>, threshold: number) {
  const score = faceScorer(faces);
  const genuine = list.pairs.filter((p) => p.same).map((p) => score.rank(p.a, p.b));
  const listed = list.pairs.filter((p) => !p.same).map((p) => score.rank(p.a, p.b));
  const all = crossIdentity(list, score);
  const ms = list.pairs.map((p) => faces.get(p.a)!.ms + faces.get(p.b)!.ms);
  const limit = score.rankOfSimilarity(threshold);
  return {
    pairs: list.pairs.length,
    no_face: [...faces.values()].filter((f) => f.evidence.faces === 0).length,
    auc: round(areaUnderCurve(genuine, all)),
    fnmr_at_fmr_1e2: round(fnmrAtFmr(genuine, all, 1e-2)),
    fnmr_at_fmr_1e3: round(fnmrAtFmr(genuine, all, 1e-3)),
    fnmr_at_fmr_1e4: round(fnmrAtFmr(genuine, all, 1e-4)),
    listed_fnmr_at_fmr_1e2: round(fnmrAtFmr(genuine, listed, 1e-2)),
    threshold,
    fmr_at_threshold: round(shareReaching(all, limit), 6),
    fnmr_at_threshold: round(1 - shareReaching(genuine, limit)),
    groups: groupReports(list, score, limit),
    similarities: similarityTable(genuine, all, score),
    ms_p50: round(percentile(ms, 0.5), 1),
    ms_p95: round(percentile(ms, 0.95), 1),
  };
}

/** Every pair of pictures of two different people. */
function crossIdentity({ identities }: PairList, score: FaceScorer): number[] {
  const files = [...identities];
  const out: number[] = [];
  for (let i = 0; i < files.length; i++) {
    for (let j = 0; j < i; j++) if (files[i][1] !== files[j][1]) out.push(score.rank(files[i][0], files[j][0]));
  }
  return out;
}

/** What a similarity means on these pictures: the false match rate that it is calibrated to, and what was found. */
function similarityTable(genuine: readonly number[], all: readonly number[], score: FaceScorer) {
  return [0.6, 0.7, 0.75, 0.8, 0.84, 0.9].map((similarity) => {
    const limit = score.rankOfSimilarity(similarity);
    return {
      similarity,
      calibrated_fmr: Number(fmrOfSimilarity(similarity).toPrecision(2)),
      fmr: round(shareReaching(all, limit), 6),
      fnmr: round(1 - shareReaching(genuine, limit)),
    };
  });
}

function round(value: number, digits = 4): number {
  return Number(value.toFixed(digits));
}

function print({ groups, similarities, ...totals }: Report): void {
  for (const [name, value] of Object.entries(totals)) console.log(`${name.padEnd(26)} ${value}`);
  console.log(
    "\ngroup                        same  fnmr     different  fmr      all strangers  fmr      (at the threshold)",
  );
  for (const [name, g] of Object.entries(groups)) {
    const listed = [String(g.same).padStart(4), String(g.fnmr ?? "–").padEnd(7), String(g.different).padStart(9)];
    const strangers = [String(g.fmr ?? "–").padEnd(7), String(g.strangers).padStart(13), g.strangers_fmr ?? "–"];
    console.log(`${name.padEnd(28)} ${[...listed, ...strangers].join("  ")}`);
  }
  console.log("\nsimilarity  stands for FMR  found FMR  found FNMR");
  for (const { similarity, calibrated_fmr, fmr, fnmr } of similarities)
    console.log(
      `${similarity.toFixed(2).padEnd(10)}  ${String(calibrated_fmr).padEnd(14)}  ${String(fmr).padEnd(9)}  ${fnmr}`,
    );
}
