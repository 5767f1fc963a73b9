import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { readBarcodes } from "@/server/adapters/barcode-reader";
import { decodePicture } from "@/server/adapters/image-decoder";
import { type AamvaLicence, parseAamva } from "@/server/domain/documents/barcode/aamva";

/** `npm run eval -- barcodes --labels manifest.json [--vectors aamva_vectors.json] [--json]`: barcodes read and parsed. */

interface Picture {
  readonly file: string;
  readonly label?: string | null;
  readonly label_hex?: string | null;
}

interface Payload {
  readonly name: string;
  readonly raw: string;
  readonly expected: Readonly<Record<string, string | number | null>>;
}

const AAMVA_FIELD: Readonly<Record<string, keyof AamvaLicence>> = {
  aamva_version: "version",
  first_name: "givenName",
  last_name: "surname",
  middle_name: "middleNames",
  document_number: "documentNumber",
  birth_date: "birthDate",
  sex: "sex",
  state: "jurisdiction",
  country: "country",
};

interface Tally {
  pictures: number;
  read: number;
  failures: string[];
}

async function readPicture(folder: string, picture: Picture): Promise<string | null> {
  const { image } = await decodePicture(readFileSync(join(folder, picture.file)));
  const codes = await readBarcodes(image, { effort: "thorough" });
  if (codes.length === 0) return "nothing found";
  const hex = picture.label_hex?.toLowerCase();
  const text = picture.label;
  // A picture whose text is not known counts as read when its error correction holds.
  if (!hex && (text === null || text === undefined)) return null;
  const match = codes.some((code) => code.text === text || Buffer.from(code.bytes).toString("hex") === hex);
  return match ? null : `read “${codes[0].text.slice(0, 40)}”`;
}

async function readPictures(folder: string, pictures: readonly Picture[], show: boolean) {
  const kinds: Record<string, Tally> = {};
  for (const [at, picture] of pictures.entries()) {
    if (show) process.stderr.write(`\r${at + 1} of ${pictures.length}`);
    kinds[dirname(picture.file)] ??= { pictures: 0, read: 0, failures: [] };
    const tally = kinds[dirname(picture.file)];
    tally.pictures++;
    const problem = await readPicture(folder, picture);
    if (problem === null) tally.read++;
    else tally.failures.push(`${picture.file}: ${problem}`);
  }
  if (show) process.stderr.write("\n");
  return kinds;
}

function readPayloads(payloads: readonly Payload[]) {
  const failures: string[] = [];
  for (const { name, raw, expected } of payloads) {
    const licence = parseAamva(raw);
    for (const [key, want] of Object.entries(expected)) {
      const got = licence?.[AAMVA_FIELD[key]] ?? null;
      // A label without a country says that the payload prints none, not that it has none.
      if (got !== want && !(key === "country" && want === null))
        failures.push(`${name}: ${key} is ${got}, expected ${want}`);
    }
  }
  const wrong = new Set(failures.map((failure) => failure.split(":")[0]));
  return { payloads: payloads.length, right: payloads.length - wrong.size, failures };
}

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      labels: { type: "string" },
      vectors: { type: "string" },
      images: { type: "string" },
      json: { type: "boolean" },
    },
  });
  if (!values.labels) throw new Error("Say what to measure: npm run eval -- barcodes --labels manifest.json");
  const folder = values.images ?? dirname(values.labels);
  const listed = (JSON.parse(readFileSync(values.labels, "utf8")) as Partial<Picture>[]).filter(
    (entry): entry is Picture => typeof entry.file === "string" && existsSync(join(folder, entry.file)),
  );
  const kinds = await readPictures(folder, listed, !values.json);
  const vectors = values.vectors ?? join(dirname(values.labels), "aamva_vectors.json");
  const aamva = existsSync(vectors) ? readPayloads(JSON.parse(readFileSync(vectors, "utf8")) as Payload[]) : null;
  if (values.json) {
    process.stdout.write(`${JSON.stringify({ kinds, aamva })}\n`);
    return;
  }
  for (const [kind, tally] of Object.entries(kinds)) {
    console.log(`${kind}: ${tally.read} of ${tally.pictures} read`);
    for (const failure of tally.failures) console.log(`  ${failure}`);
  }
  if (aamva) console.log(`AAMVA payloads: ${aamva.right} of ${aamva.payloads} right`);
  for (const failure of aamva?.failures ?? []) console.log(`  ${failure}`);
}
