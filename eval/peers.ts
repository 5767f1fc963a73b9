import { readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { parse as peerParse } from "mrz";
import { readDocumentLabels } from "@/eval/document-labels";
import { createPeerReaders } from "@/eval/peer-readers";
import { showProgress } from "@/eval/show-progress";
import { percentile } from "@/eval/statistics/error-rates";
import { decodePicture } from "@/server/adapters/image-decoder";
import { encodePicture } from "@/server/adapters/ocr/encode-picture";
import { parseMrz } from "@/server/domain/mrz";

/**
 * `npm run eval -- peers --labels labels.json [--images DIR] [--vectors vectors.json] [--peers DIR] [--json]`: other readers and
 * another parser on the same pictures and texts, in one run with ours. `--peers`: a folder in whose `node_modules` readers are
 * installed that the project itself does not need.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      labels: { type: "string" },
      images: { type: "string" },
      vectors: { type: "string" },
      peers: { type: "string", default: process.env.VERIFLOW_PEERS_DIR ?? process.cwd() },
      json: { type: "boolean" },
    },
  });
  if (!values.labels) throw new Error("Say what to measure: npm run eval -- peers --labels labels.json");
  const readers = await measureReaders(values.labels, values.images, values.peers);
  const parsers = values.vectors ? measureParsers(values.vectors) : [];
  if (values.json) {
    process.stdout.write(`${JSON.stringify({ readers, parsers })}\n`);
    return;
  }
  for (const { name, zones, exact, cpu_ms_p50, absent } of readers) {
    console.log(absent ? `${name}: ${absent}` : `${name}: ${exact} of ${zones} zones exact, ${cpu_ms_p50} ms of CPU`);
  }
  for (const { name, agree, vectors, us_per_parse } of parsers) {
    console.log(`${name}: ${agree} of ${vectors} texts judged as labelled, ${us_per_parse} µs a parse`);
  }
}

export interface PeerReading {
  readonly name: string;
  readonly zones: number;
  /** Every line of the zone stands among the lines read, blanks left out and small letters made capital: generous to the reader. */
  readonly exact: number;
  readonly cpu_ms_p50: number;
  /** Why it was not measured. */
  readonly absent?: string;
}

const bare = (text: string) => text.replace(/\s/g, "").toUpperCase();

async function measureReaders(labelsFile: string, images: string | undefined, peers: string): Promise<PeerReading[]> {
  const { folder, labels } = readDocumentLabels(labelsFile, images);
  const zones = labels.filter(({ mrz_consistent, mrz_lines }) => mrz_consistent && mrz_lines);
  const out: PeerReading[] = [];
  for (const { name, open } of createPeerReaders(peers)) {
    const reader = await open();
    if (typeof reader === "string") {
      out.push({ name, zones: zones.length, exact: 0, cpu_ms_p50: 0, absent: reader });
      continue;
    }
    let exact = 0;
    const times: number[] = [];
    for (const [k, label] of zones.entries()) {
      const { image } = await decodePicture(readFileSync(path.join(folder, label.file)), { maxSide: 1920 });
      const jpeg = await encodePicture(image);
      const before = process.cpuUsage();
      const lines = (await reader.read(image, jpeg)).map(bare);
      const { user, system } = process.cpuUsage(before);
      times.push((user + system) / 1000);
      if ((label.mrz_lines ?? []).every((line) => lines.includes(line))) exact++;
      showProgress(k + 1, zones.length);
    }
    await reader.close();
    out.push({ name, zones: zones.length, exact, cpu_ms_p50: Math.round(percentile(times, 0.5)) });
  }
  return out;
}

interface Vector {
  readonly lines: readonly string[];
  readonly valid: boolean;
}

const PARSERS: readonly {
  readonly name: string;
  readonly valid: (lines: readonly string[], today: string) => boolean;
}[] = [
  { name: "veriFlow", valid: (lines, today) => parseMrz(lines, { today }).valid },
  {
    name: "mrz (npm)",
    valid: (lines) => {
      try {
        return peerParse([...lines]).valid;
      } catch {
        return false;
      }
    },
  },
];

function measureParsers(file: string) {
  const vectors = JSON.parse(readFileSync(file, "utf8")) as Vector[];
  const today = new Date().toISOString().slice(0, 10);
  return PARSERS.map(({ name, valid }) => {
    const agree = vectors.filter((vector) => valid(vector.lines, today) === vector.valid).length;
    const rounds = Math.ceil(20_000 / Math.max(1, vectors.length));
    const before = process.cpuUsage();
    for (let i = 0; i < rounds; i++) for (const vector of vectors) valid(vector.lines, today);
    const { user, system } = process.cpuUsage(before);
    const us = (user + system) / Math.max(1, rounds * vectors.length);
    return { name, vectors: vectors.length, agree, us_per_parse: Math.round(us * 10) / 10 };
  });
}
