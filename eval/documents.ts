import { readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import {
  type DocumentLabel,
  readDocumentLabels,
  rightCountry,
  rightFields,
  rightTypes,
  sameValue,
} from "@/eval/document-labels";
import { showProgress } from "@/eval/show-progress";
import { editDistance } from "@/eval/statistics/edit-distance";
import { percentile } from "@/eval/statistics/error-rates";
import { reliability, reliabilityLines } from "@/eval/statistics/reliability";
import { type SignalledPicture, signalLines, signalRates } from "@/eval/statistics/signal-rates";
import { validateNationalNumber } from "@/server/adapters/national-numbers";
import { createOcr } from "@/server/adapters/ocr/create-ocr";
import { ocrSettings } from "@/server/adapters/ocr/ocr-settings";
import { createOnnxNodeRuntime } from "@/server/adapters/onnx-node-runtime";
import { documentEvidence } from "@/server/adapters/vision/document-evidence";
import { AppError } from "@/server/contract/errors";
import type { DocumentEvidence } from "@/server/domain/documents/evidence";
import { type DocumentJudgement, judgeDocument } from "@/server/domain/documents/judge-document";

interface Measured {
  readonly label: DocumentLabel;
  readonly ms: number;
  readonly zone: readonly string[];
  readonly evidence?: DocumentEvidence;
  /** Undefined where the picture was refused. */
  readonly judged?: DocumentJudgement;
}

/**
 * `npm run eval -- documents --labels labels.json [--images DIR] [--json]`: reads every picture as the API does and compares.
 * `OCR_PROVIDER` and its companions choose who reads the printed lines.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { labels: { type: "string" }, images: { type: "string" }, json: { type: "boolean" } },
  });
  if (!values.labels) throw new Error("Say what to measure: npm run eval -- documents --labels labels.json");
  const { folder, labels } = readDocumentLabels(values.labels, values.images);
  const report = summarise(await measureAll(folder, labels));
  if (values.json) process.stdout.write(`${JSON.stringify(report)}\n`);
  else print(report);
}

async function measureAll(folder: string, labels: readonly DocumentLabel[]): Promise<Measured[]> {
  const runtime = createOnnxNodeRuntime();
  const ocr = createOcr(runtime, ocrSettings(process.env));
  const today = new Date().toISOString().slice(0, 10);
  const hints = { documentHint: "auto", countryHint: "auto" };
  const out: Measured[] = [];
  for (const label of labels) {
    const front = readFileSync(path.join(folder, label.file));
    const started = performance.now();
    const evidence = await documentEvidence({ front, ...hints }, { runtime, ocr }).catch((error: unknown) => {
      // A picture that is refused counts as unread; anything else is a bug and stops the measurement.
      if (error instanceof AppError && error.code === "invalid_image") return undefined;
      throw error;
    });
    const ms = performance.now() - started;
    const context = { today, ...hints, nationalNumbers: validateNationalNumber };
    const judged = evidence && judgeDocument(evidence, context);
    out.push({ label, ms, zone: evidence?.zone?.lines ?? [], evidence, judged });
    showProgress(out.length, labels.length);
  }
  await ocr.close();
  await runtime.close();
  return out;
}

type Report = ReturnType<typeof summarise>;

function summarise(all: readonly Measured[]) {
  const zones = all.filter(({ label }) => label.mrz_consistent && label.mrz_lines);
  const distinct = new Map<string, boolean>();
  for (const one of zones) distinct.set(wanted(one), (distinct.get(wanted(one)) ?? true) && isExact(one));
  const wrong = zones.reduce((sum, one) => sum + editDistance(one.zone.join("\n"), wanted(one)), 0);
  const typed = all.filter(({ label }) => rightTypes(label));
  const placed = all.filter(({ label }) => rightCountry(label));
  const negatives = all.filter(({ label }) => label.negative);
  const fields = all.flatMap((one) => rightFields(one.label).map(([name, value]) => isRead(one, name, value)));
  const ms = all.map((one) => one.ms);
  return {
    pictures: all.length,
    mrz_pictures: zones.length,
    mrz_exact: zones.filter(isExact).length,
    mrz_distinct: distinct.size,
    mrz_distinct_exact: [...distinct.values()].filter(Boolean).length,
    mrz_cer: round(wrong / Math.max(1, zones.map(wanted).join("").length)),
    fields: fields.length,
    fields_exact: fields.filter(Boolean).length,
    typed: typed.length,
    type_correct: typed.filter(isTypeRight).length,
    placed: placed.length,
    country_correct: placed.filter(isCountryRight).length,
    negatives: negatives.length,
    negatives_flagged: negatives.filter(({ judged }) => !judged?.document_valid).length,
    ms_p50: Math.round(percentile(ms, 0.5)),
    ms_p95: Math.round(percentile(ms, 0.95)),
    signals: signalRates(all.flatMap(signalled)),
    calibration: reliabilityOf(all),
    failures: all.map(failuresOf).filter(({ what }) => what.length > 0),
  };
}

/** Scans and photographs count for false alarms: renders and blank templates were made on a computer, as forgeries are. */
function signalled({ label, evidence, judged }: Measured): SignalledPicture[] {
  if (!evidence || !judged) return [];
  const genuine = !label.negative && (label.capture === "scan" || label.capture === "photo");
  return [
    {
      file: label.file,
      forged: label.forged === true,
      forgery: label.forgery ?? undefined,
      genuine,
      evidence,
      checks: judged.checks,
    },
  ];
}

function reliabilityOf(all: readonly Measured[]) {
  const labelled = all.filter((one) => one.judged && (rightTypes(one.label) || rightCountry(one.label)));
  const known = labelled.map((one) => ({
    said: detected(one)?.confidence ?? 0,
    right: (!rightTypes(one.label) || isTypeRight(one)) && (!rightCountry(one.label) || isCountryRight(one)),
  }));
  return { detected: reliability(known) };
}

const wanted = ({ label }: Measured) => (label.mrz_lines ?? []).join("\n");
const isExact = (one: Measured) => one.zone.join("\n") === wanted(one);
const detected = ({ judged }: Measured) => judged?.read.detected;

function isTypeRight(one: Measured): boolean {
  const type = detected(one)?.type;
  return type !== undefined && (rightTypes(one.label) ?? []).includes(type);
}

function isCountryRight(one: Measured): boolean {
  return detected(one)?.country === rightCountry(one.label);
}

function isRead({ judged }: Measured, name: string, value: string): boolean {
  const fields = judged?.read.fields as Record<string, string | undefined> | undefined;
  return sameValue(name, value, fields?.[name]);
}

function failuresOf(one: Measured): { file: string; what: string[] } {
  const { label, zone, judged } = one;
  const what: string[] = [];
  if (!judged) what.push("refused");
  if (label.mrz_consistent && !isExact(one)) what.push(`zone ${zone.length === 0 ? "not found" : zone.join(" ")}`);
  if (rightTypes(label) && !isTypeRight(one)) what.push(`type ${detected(one)?.type}, not ${label.doc_type}`);
  if (rightCountry(label) && !isCountryRight(one)) what.push(`country ${detected(one)?.country}, not ${label.country}`);
  if (label.negative && judged?.document_valid) what.push("taken for valid");
  for (const [name, value] of rightFields(label)) {
    const fields = judged?.read.fields as Record<string, unknown> | undefined;
    if (!isRead(one, name, value)) what.push(`${name} ${fields?.[name] ?? "not read"}, not ${value}`);
  }
  return { file: label.file, what };
}

function round(value: number): number {
  return Math.round(value * 1e5) / 1e5;
}

function print(report: Report): void {
  const { failures, signals, calibration, ...figures } = report;
  const rows: [string, string][] = [
    ["pictures", `${figures.pictures}`],
    ["zones read exactly", `${figures.mrz_exact} of ${figures.mrz_pictures}`],
    ["distinct zones read exactly", `${figures.mrz_distinct_exact} of ${figures.mrz_distinct}`],
    ["character error rate of zones", `${(figures.mrz_cer * 100).toFixed(2)} %`],
    ["fields exact", `${figures.fields_exact} of ${figures.fields}`],
    ["type correct", `${figures.type_correct} of ${figures.typed}`],
    ["country correct", `${figures.country_correct} of ${figures.placed}`],
    ["negatives flagged", `${figures.negatives_flagged} of ${figures.negatives}`],
    ["milliseconds, half and 95 %", `${figures.ms_p50}, ${figures.ms_p95}`],
  ];
  for (const [name, value] of rows) console.log(`${name.padEnd(32)} ${value}`);
  for (const line of signalLines(signals)) console.log(line);
  for (const line of reliabilityLines("type and country", calibration.detected)) console.log(line);
  for (const { file, what } of failures) console.log(`${file}: ${what.join("; ")}`);
}
