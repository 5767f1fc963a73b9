import path from "node:path";
import { parseArgs } from "node:util";
import { inHalf } from "@/eval/face-pairs/half";
import { type LivenessLabel, type MeasuredPicture, measurePictures, readLabels } from "@/eval/liveness-pictures";
import { aucInterval } from "@/eval/statistics/auc-interval";
import { areaUnderCurve, percentile } from "@/eval/statistics/error-rates";
import { wilson } from "@/eval/statistics/signal-rates";
import { judgeLiveness } from "@/server/domain/liveness/judge-liveness";

/**
 * `npm run eval -- liveness --labels labels.json [--images DIR] [--half report] [--json]`: presentation attacks on single pictures,
 * after ISO/IEC 30107-3. Attack types with one or two pictures are listed but too few to count as the worst.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      labels: { type: "string" },
      images: { type: "string" },
      half: { type: "string" },
      json: { type: "boolean" },
    },
  });
  if (!values.labels) throw new Error("Say what to measure: npm run eval -- liveness --labels labels.json");
  const labels = keepHalf(readLabels(values.labels), values.half);
  const report = summarise(await measurePictures(values.images ?? path.dirname(values.labels), labels));
  if (values.json) process.stdout.write(`${JSON.stringify(report)}\n`);
  else print(report);
}

/** Frames of one subject are alike: subjects, not pictures, are halved. */
function keepHalf(labels: LivenessLabel[], half: string | undefined): LivenessLabel[] {
  if (half === undefined) return labels;
  if (half !== "report" && half !== "derive") throw new Error("--half is report or derive");
  const subjects = inHalf([...new Set(labels.map((l) => l.subject ?? l.file))], half);
  return labels.filter((l) => subjects.has(l.subject ?? l.file));
}

/** From this many pictures on an attack type can be the worst. */
const LEAST_PICTURES = 3;

interface Judged {
  readonly picture: MeasuredPicture;
  readonly live: boolean;
  /** Higher is more live. */
  readonly score: number;
}

function judge(picture: MeasuredPicture): Judged {
  const { is_live, confidence } = judgeLiveness(picture.evidence);
  return { picture, live: is_live, score: is_live ? confidence : 1 - Math.max(0.5, confidence) };
}

function summarise(pictures: readonly MeasuredPicture[]) {
  const judged = pictures.map(judge);
  const genuine = judged.filter((j) => j.picture.label === "bona_fide");
  const attacks = judged.filter((j) => j.picture.label === "attack");
  const by_type = typeReports(attacks, genuine);
  const counted = Object.values(by_type).filter((t) => t.pictures >= LEAST_PICTURES);
  const worst = Math.max(...(counted.length > 0 ? counted : Object.values(by_type)).map((t) => t.apcer));
  const bpcer = genuine.filter((j) => !j.live).length / genuine.length;
  const ms = pictures.map((p) => p.ms);
  return {
    pictures: pictures.length,
    subjects: new Set(pictures.map((p) => p.subject ?? p.file)).size,
    apcer: round(worst),
    bpcer: round(bpcer),
    bpcer_interval: wilson(genuine.filter((j) => !j.live).length, genuine.length),
    genuine: genuine.length,
    genuine_refused: genuine.filter((j) => !j.live).length,
    acer: round((worst + bpcer) / 2),
    auc: round(
      areaUnderCurve(
        genuine.map((j) => j.score),
        attacks.map((j) => j.score),
      ),
    ),
    by_type,
    ms_p50: round(percentile(ms, 0.5), 1),
    ms_p95: round(percentile(ms, 0.95), 1),
  };
}

interface TypeReport {
  readonly pictures: number;
  readonly subjects: number;
  readonly taken_for_live: number;
  readonly apcer: number;
  /** 95 %, as if the pictures were independent; those of one subject are not, so it is rather wider. */
  readonly apcer_interval: readonly [number, number];
  /** How often a genuine picture looks more live than one of these; 0.5 is chance. */
  readonly auc: number;
  /** 95 %, as if the pictures were independent; null of one or two. */
  readonly auc_interval: readonly [number, number] | null;
}

/** Attack type → how many were taken for live, and how well the type is told from genuine pictures. */
function typeReports(attacks: readonly Judged[], genuine: readonly Judged[]): Record<string, TypeReport> {
  const out: Record<string, TypeReport> = {};
  for (const type of new Set(attacks.map((j) => j.picture.attack_type ?? "unnamed"))) {
    const of = attacks.filter((j) => (j.picture.attack_type ?? "unnamed") === type);
    const auc = areaUnderCurve(
      genuine.map((j) => j.score),
      of.map((j) => j.score),
    );
    out[type] = {
      pictures: of.length,
      subjects: new Set(of.map((j) => j.picture.subject ?? j.picture.file)).size,
      taken_for_live: of.filter((j) => j.live).length,
      apcer: round(of.filter((j) => j.live).length / of.length),
      apcer_interval: wilson(of.filter((j) => j.live).length, of.length),
      auc: round(auc),
      auc_interval: aucInterval(auc, genuine.length, of.length) ?? null,
    };
  }
  return out;
}

function round(value: number, digits = 4): number {
  return Number(value.toFixed(digits));
}

function print({ by_type, ...totals }: ReturnType<typeof summarise>): void {
  for (const [name, value] of Object.entries(totals)) console.log(`${name.padEnd(10)} ${value}`);
  console.log("\npictures  subjects  apcer   95 %           auc    attack type");
  for (const [name, t] of Object.entries(by_type)) {
    console.log(
      `${String(t.pictures).padStart(8)}  ${String(t.subjects).padStart(8)}  ${t.apcer.toFixed(3).padEnd(6)}  ${t.apcer_interval.map((v) => v.toFixed(3)).join("–")}  ${t.auc.toFixed(3)}  ${name}`,
    );
  }
}
