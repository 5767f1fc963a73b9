import path from "node:path";
import { table } from "@/eval/report/table";
import type { AccuracyPage } from "@/eval/report/types";

interface ReadStage {
  readonly read: "all" | "zone";
  readonly stage: string;
  readonly cpu_ms_p50: number;
  readonly cpu_ms_p95: number;
}

/** What `npm run eval -- documents | mrz | barcodes | peers --json` print, as far as the page states it. */
interface Figures {
  readonly documents: {
    readonly pictures: number;
    readonly mrz_pictures: number;
    readonly mrz_exact: number;
    readonly mrz_cer: number;
    readonly fields: number;
    readonly fields_exact: number;
    readonly typed: number;
    readonly type_correct: number;
    readonly placed: number;
    readonly country_correct: number;
    readonly negatives: number;
    readonly negatives_flagged: number;
  };
  readonly mrz: {
    readonly vectors: number;
    readonly agree: number;
    readonly disagreements: readonly {
      readonly index: number;
      readonly what: readonly string[];
      readonly clause: string | null;
    }[];
  };
  readonly barcodes: {
    readonly kinds: Readonly<Record<string, { readonly pictures: number; readonly read: number }>>;
    readonly aamva: { readonly payloads: number; readonly right: number } | null;
  };
  /** Drawn documents in every kind of wear; left out where they were not measured. */
  readonly specimens?: { readonly drawn: number; readonly seed: number; readonly exact: number };
  /** Stages of reading 12-megapixel pictures, processor time; left out where they were not measured. */
  readonly read?: readonly ReadStage[];
  readonly peers: {
    readonly readers: readonly {
      readonly name: string;
      readonly zones: number;
      readonly exact: number;
      readonly cpu_ms_p50: number;
      readonly absent?: string;
    }[];
    readonly parsers: readonly {
      readonly name: string;
      readonly vectors: number;
      readonly agree: number;
      readonly us_per_parse: number;
    }[];
  };
}

/** How many drawn documents a report reads: with these many, one miss in a hundred is five. */
const SPECIMENS = 500;
const SPECIMENS_SEED = 9100;

const of = (right: number, all: number) => `${right} of ${all}`;

/** Reading of documents: zones, fields, types, barcodes, and other readers on the same pictures. */
export const documentsPage: AccuracyPage<Figures> = {
  id: "documents",
  title: "Accuracy: documents",
  measure: async ({ data, evaluate, bench }) => {
    const labels = path.join(data, "documents", "labels.json");
    const vectors = path.join(data, "mrz_vectors", "vectors.json");
    const manifest = path.join(data, "barcodes", "manifest.json");
    const whole = (await evaluate(["documents", "--labels", labels])) as Figures["documents"];
    const documents = stated(whole);
    const { vectors: count, agree, disagreements } = (await evaluate(["mrz", "--vectors", vectors])) as Figures["mrz"];
    const barcodes = (await evaluate(["barcodes", "--labels", manifest])) as Figures["barcodes"];
    const kinds = Object.fromEntries(
      Object.entries(barcodes.kinds).map(([kind, { pictures, read }]) => [kind, { pictures, read }]),
    );
    const aamva = barcodes.aamva && { payloads: barcodes.aamva.payloads, right: barcodes.aamva.right };
    const asked = ["specimens", "--count", String(SPECIMENS), "--seed", String(SPECIMENS_SEED)];
    const { drawn, seed, exact } = (await evaluate(asked)) as NonNullable<Figures["specimens"]>;
    const specimens = { drawn, seed, exact };
    const { rows: read } = (await bench(["read"])) as { rows: ReadStage[] };
    const peers = (await evaluate(["peers", "--labels", labels, "--vectors", vectors])) as Figures["peers"];
    return {
      documents,
      mrz: { vectors: count, agree, disagreements },
      barcodes: { kinds, aamva },
      peers,
      specimens,
      read,
    };
  },
  write: ({ documents, mrz, barcodes, peers, specimens, read }) =>
    [
      `${documents.pictures} pictures from public repositories (scans, photographs, renders, blank templates), ${documents.mrz_pictures} of them with a zone whose check digits hold.`,
      reading(documents),
      codes(mrz, barcodes),
      ...(specimens ? [drawnZones(specimens)] : []),
      ...(read ? ["## Time", stages(read)] : []),
      "## Other readers and another parser, same run, same pictures",
      readers(peers.readers),
      "A zone counts as exact for the others where each of its lines stands among the lines they read, blanks and small letters forgiven.",
      parsers(peers.parsers),
      "## Limits",
      LIMITS,
    ].join("\n\n"),
};

/** What the page states of a measurement, without times and lists that other pages hold. */
function stated(d: Figures["documents"]): Figures["documents"] {
  const { pictures, mrz_pictures, mrz_exact, mrz_cer, fields, fields_exact, typed, type_correct } = d;
  const { placed, country_correct, negatives, negatives_flagged } = d;
  const zones = { pictures, mrz_pictures, mrz_exact, mrz_cer, fields, fields_exact, typed, type_correct };
  return { ...zones, placed, country_correct, negatives, negatives_flagged };
}

function reading(d: Figures["documents"]): string {
  return table(
    ["what", "result"],
    [
      [
        "zones exact, consistent pictures",
        `${of(d.mrz_exact, d.mrz_pictures)}; character error ${(d.mrz_cer * 100).toFixed(2)} %`,
      ],
      ["fields", of(d.fields_exact, d.fields)],
      ["document type", of(d.type_correct, d.typed)],
      ["issuing country", of(d.country_correct, d.placed)],
      ["pictures without a document not taken for a valid one", of(d.negatives_flagged, d.negatives)],
    ],
  );
}

function codes(mrz: Figures["mrz"], { kinds, aamva }: Figures["barcodes"]): string {
  const rows = Object.entries(kinds).map(([kind, { pictures, read }]): [string, string] => [
    kind.includes("/") ? "barcodes on photographs of documents" : `${kind} pictures read`,
    of(read, pictures),
  ]);
  if (aamva) rows.push(["AAMVA payloads, every expected field", of(aamva.right, aamva.payloads)]);
  rows.push(["MRZ texts, valid and invalid, that agree with their label", of(mrz.agree, mrz.vectors)]);
  const apart = mrz.disagreements.map(({ index, what, clause }) =>
    `- Text ${index}: ${what.join("; ")}. ${clause ? `Why the label is wrong: ${clause}.` : ""}`.trim(),
  );
  return [table(["what", "result"], rows), ...apart].join("\n\n");
}

function drawnZones({ drawn, seed, exact }: NonNullable<Figures["specimens"]>): string {
  return `Drawn documents (six kinds, ${of(exact, drawn)} zones exact, seed ${seed}), photographed tilted, dim, with glare, out of focus, shaken, small and shadowed: \`npm run eval -- specimens\`. Nothing was tuned on them.`;
}

function stages(rows: readonly ReadStage[]): string {
  const what = { all: "whole page", zone: "zone alone" };
  return [
    "Pictures of 12 megapixels, one core, milliseconds of the processor (`npm run bench -- read`):",
    table(
      ["what is read", "stage", "median", "95 %"],
      rows.map(({ read, stage, cpu_ms_p50, cpu_ms_p95 }) => [what[read], stage, cpu_ms_p50, cpu_ms_p95]),
    ),
  ].join("\n\n");
}

function readers(all: Figures["peers"]["readers"]): string {
  return table(
    ["reader", "zones exact", "CPU a picture, median"],
    all.map(({ name, zones, exact, cpu_ms_p50, absent }) =>
      absent ? [name, absent, ""] : [name, of(exact, zones), `${cpu_ms_p50} ms`],
    ),
  );
}

function parsers(all: Figures["peers"]["parsers"]): string {
  return table(
    ["parser", "texts judged as labelled", "CPU a parse"],
    all.map(({ name, vectors, agree, us_per_parse }) => [name, of(agree, vectors), `${us_per_parse} µs`]),
  );
}

const LIMITS = `The zone finder's thresholds were chosen while looking at these pictures, so the first line is optimistic. The recogniser itself saw
rendered lines only ([models/mrz-ocr-b](../../models/mrz-ocr-b/README.md)). Printed lines are read in Latin letters; lines in Cyrillic,
Greek, Arabic, Chinese, Japanese, Korean, Thai and Devanagari only where the issuing state is known and Tesseract's data of its language
is installed: the answer's \`warnings\` name what is missing. No figure here is a certification, and none says how it will be with your
users' pictures. Processor times are of one process on a machine that did other work, and compare only with each other.`;
