import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { fitLogistic } from "@/eval/document-confidence/fit-logistic";
import { type DocumentLabel, readDocumentLabels, rightCountry, rightTypes } from "@/eval/document-labels";
import { inHalf } from "@/eval/face-pairs/half";
import { showProgress } from "@/eval/show-progress";
import { reliability, reliabilityLines, type Statement } from "@/eval/statistics/reliability";
import { validateNationalNumber } from "@/server/adapters/national-numbers";
import { createOcr } from "@/server/adapters/ocr/create-ocr";
import { ocrSettings } from "@/server/adapters/ocr/ocr-settings";
import { createOnnxNodeRuntime } from "@/server/adapters/onnx-node-runtime";
import { documentEvidence } from "@/server/adapters/vision/document-evidence";
import { calibrate, type LogisticCalibration } from "@/server/domain/documents/confidence/calibrate";
import { CONFIDENCE } from "@/server/domain/documents/confidence/calibrations";
import { judgeDocument } from "@/server/domain/documents/judge-document";

/**
 * `npx tsx eval/derive-document-confidence.ts --labels labels.json`: writes `server/domain/documents/confidence/calibrations.ts`
 * from the pictures of half of the sources, and says how it does on the other half.
 */
const { values } = parseArgs({ options: { labels: { type: "string" }, images: { type: "string" } } });
if (!values.labels) throw new Error("Say from what: --labels labels.json");

interface Said {
  readonly source: string;
  readonly detected?: Statement;
  readonly document?: Statement;
}

const { folder, labels } = readDocumentLabels(values.labels, values.images);
const said: Said[] = [];
const runtime = createOnnxNodeRuntime();
const ocr = createOcr(runtime, ocrSettings(process.env));
for (const label of labels) {
  said.push(await judge(label));
  showProgress(said.length, labels.length);
}
const half = inHalf([...new Set(said.map(({ source }) => source))], "derive");
const report = {
  detected: derive("detected"),
  document: derive("document"),
};
const file = "server/domain/documents/confidence/calibrations.ts";
const counts = said.filter(({ source }) => half.has(source)).length;
writeFileSync(
  file,
  `import type { LogisticCalibration } from "./calibrate";

/** Written by eval/derive-document-confidence.ts from ${counts} pictures of ${half.size} sources; reported on the other sources. */
export const CONFIDENCE: { readonly detected: LogisticCalibration; readonly document: LogisticCalibration } = {
  detected: { offset: ${report.detected.offset}, slope: ${report.detected.slope} },
  document: { offset: ${report.document.offset}, slope: ${report.document.slope} },
};
`,
);
console.log(`wrote ${file}`);
process.exit(0);

/** What a picture's judgement said before it was calibrated, and whether it was so. Judged on the day before it expires. */
async function judge(label: DocumentLabel): Promise<Said> {
  const source = label.source_repo ?? label.file;
  const hints = { documentHint: "auto", countryHint: "auto" };
  const front = readFileSync(path.join(folder, label.file));
  const evidence = await documentEvidence({ front, ...hints }, { runtime, ocr }).catch(() => undefined);
  if (!evidence) return { source };
  const context = { ...hints, nationalNumbers: validateNationalNumber };
  const first = judgeDocument(evidence, { ...context, today: "2026-01-01" });
  const today = dayBefore(first.read.fields.expiry_date) ?? "2026-01-01";
  const { read, raw_confidence } = judgeDocument(evidence, { ...context, today });
  const [types, country] = [rightTypes(label), rightCountry(label)];
  const right = (!types || types.includes(read.detected.type)) && (!country || read.detected.country === country);
  const genuine = label.mrz_consistent !== false && !label.forged && !label.negative && label.capture !== "template";
  const identifies = types?.some((type) => type !== "other") ?? label.capture === "template";
  return {
    source,
    ...((types || country) && {
      detected: { said: uncalibrated(read.detected.confidence, CONFIDENCE.detected), right },
    }),
    ...(identifies && raw_confidence > 0 && { document: { said: raw_confidence, right: genuine } }),
  };
}

function derive(what: "detected" | "document"): LogisticCalibration {
  const of = (from: readonly Said[]) => from.flatMap((one) => one[what] ?? []);
  const fit = fitLogistic(of(said.filter(({ source }) => half.has(source))));
  const others = of(said.filter(({ source }) => !half.has(source)));
  const told = others.map((one) => ({ ...one, said: calibrate(one.said, fit) }));
  for (const line of reliabilityLines(`${what}, the other sources, as it was said`, reliability(others)))
    console.log(line);
  for (const line of reliabilityLines(`${what}, the other sources, calibrated`, reliability(told))) console.log(line);
  return fit;
}

function uncalibrated(said: number, { offset, slope }: LogisticCalibration): number {
  if (said <= 0) return 0;
  const p = Math.min(0.995, Math.max(0.005, said));
  return 1 / (1 + Math.exp(-(Math.log(p / (1 - p)) - offset) / slope));
}

function dayBefore(date: string | undefined): string | undefined {
  if (date?.length !== 10) return undefined;
  const time = Date.parse(date);
  return Number.isNaN(time) ? undefined : new Date(time - 86_400_000).toISOString().slice(0, 10);
}
