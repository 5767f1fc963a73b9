import { type MrzFormatId, parseMrz } from "@/server/domain/mrz";
import { drawDocument, scanPage } from "../documents/draw-document";
import { issuePapers } from "../documents/issue";
import { issuers } from "../documents/issuer";
import { type DocumentKind, type DrawnDocument, documentKinds, type Page, type Papers } from "../documents/papers";
import { passportPlaces } from "../documents/passport-places";
import { printedDate } from "../documents/printed-date";
import { expectedFields, zoneFields } from "../expected-fields";
import { ageOnPage, expire, renameOnPage, swapZoneDigit } from "../forgeries/forgeries";
import { overwriteField, pastePortrait } from "../forgeries/page-forgeries";
import { people, unlikePerson } from "../people";
import { encodeJpeg, encodePng } from "../picture";
import { seededRandom } from "../random";
import { selfieJpeg } from "../selfie";
import { photographPage } from "../wear/photograph";
import { recapturePaper, recaptureScreen } from "../wear/recapture";
import { copyInGrey } from "../wear/sensor";
import { shotOf, type WearKind, wearKinds } from "../wear/shot";
import { type Output, writeInto, writeJson } from "./output";

/** One entry of `documents/labels.json`, in the format that `npm run eval -- documents` reads. */
interface Label {
  readonly file: string;
  readonly doc_type: string;
  readonly country: string;
  readonly mrz_lines: readonly string[];
  readonly mrz_format?: MrzFormatId;
  readonly mrz_consistent?: boolean;
  readonly mrz_checks?: Readonly<Record<string, boolean>>;
  readonly mrz_fields?: Readonly<Record<string, string>>;
  readonly fields?: Readonly<Record<string, string>>;
  readonly capture: "scan" | "photo" | "synthetic";
  readonly quality: string;
  readonly document_quad?: readonly (readonly [number, number])[];
  readonly forged?: boolean;
  readonly forgery?: string;
  readonly negative?: boolean;
}

const docTypes: Readonly<Record<DocumentKind, string>> = {
  passport: "passport",
  "id-card": "id_card",
  "id-card-td2": "id_card",
  "residence-permit": "residence_permit",
  "visa-a": "visa",
  "visa-b": "visa",
  "licence-eu": "driving_licence",
  "licence-us": "driving_licence",
};

function labelOf(document: DrawnDocument, side: "front" | "back"): Omit<Label, "file" | "capture" | "quality"> {
  const { papers, zone, barcode } = document;
  const doc_type = docTypes[papers.kind] + (side === "back" && !zone ? "_back" : "");
  const country = barcode ? "USA" : papers.issuer.code;
  const fields = side === "front" || barcode ? { fields: expectedFields(document, barcode ? "both" : "front") } : {};
  if (!zone || zone.side !== side) return { doc_type, country, mrz_lines: [], ...fields };
  const parsed = parseMrz([...zone.lines], { today: "2026-11-23" });
  return {
    doc_type,
    country,
    mrz_lines: zone.lines,
    mrz_format: zone.format,
    mrz_consistent: parsed.valid,
    mrz_checks: Object.fromEntries(parsed.checks.map((check) => [check.id, check.valid])),
    mrz_fields: zoneFields(zone.lines),
    ...fields,
  };
}

/** Share of the documents that are scanned; all others are photographed. */
const SCANNED = 0.1;

/** Genuine documents: every kind in turn, people, issuers, wear. Front, and back where there is one. */
async function writeGenuine(output: Output, count: number, seed: number): Promise<Label[]> {
  const random = seededRandom(seed);
  const labels: Label[] = [];
  for (let i = 0; i < count; i++) {
    const kind = documentKinds[i % documentKinds.length];
    const issuer = random.chance(0.6) || kind === "licence-us" ? undefined : random.pick(issuers).code;
    const document = await drawDocument(
      issuePapers({ kind, person: people[(i * 7 + seed) % people.length], issuer, seed: seed + i }),
    );
    const wear = random.chance(SCANNED) ? "scan" : random.pick(wearKinds);
    for (const side of ["front", "back"] as const) {
      const page = document[side];
      if (page)
        labels.push(
          await writePage(
            output,
            document,
            page,
            side,
            `${String(i).padStart(3, "0")}-${kind}-${side}`,
            wear,
            seed + i,
          ),
        );
    }
    output.say(`documents: ${i + 1} of ${count}, ${kind} of ${document.papers.issuer.code}, ${wear}`);
  }
  return labels;
}

async function writePage(
  output: Output,
  document: DrawnDocument,
  page: Page,
  side: "front" | "back",
  name: string,
  wear: WearKind | "scan",
  seed: number,
): Promise<Label> {
  const label = labelOf(document, side);
  if (wear === "scan") {
    await writeInto(output, `documents/images/${name}.png`, await encodePng(await scanPage(page)));
    return { file: `${name}.png`, ...label, capture: "scan", quality: "flat scan, 305 dpi" };
  }
  const { jpeg, quad } = await photographPage(page, shotOf(wear, seed));
  await writeInto(output, `documents/images/${name}.jpg`, jpeg);
  const document_quad = quad.map(({ x, y }): [number, number] => [Math.round(x), Math.round(y)]);
  return { file: `${name}.jpg`, ...label, capture: "photo", quality: `photograph: ${wear}`, document_quad };
}

/** False documents, copies and recaptures, one of each. */
async function writeForged(output: Output, seed: number): Promise<Label[]> {
  const person = people[seed % people.length];
  const other = unlikePerson(person);
  const papers = issuePapers({ kind: "passport", person, seed });
  const drawn = await drawDocument(papers);
  const { portrait, birthDate } = passportPlaces;
  const redrawn = async (changed: Papers) => (await drawDocument(changed)).front;
  const pages: readonly (readonly [forgery: string, page: Page, papers: Papers])[] = [
    ["zone_digit_swapped", await redrawn(swapZoneDigit(papers).papers), swapZoneDigit(papers).papers],
    ["name_differs_from_zone", await redrawn(renameOnPage(papers, other.surname).papers), papers],
    ["birth_date_differs_from_zone", await redrawn(ageOnPage(papers, 9).papers), papers],
    ["portrait_pasted", await pastePortrait(drawn.front, other.face, portrait), papers],
    [
      "field_overwritten",
      overwriteField(drawn.front, birthDate, printedDate("1969-08-12", papers.issuer.dateStyle)),
      papers,
    ],
  ];
  const labels: Label[] = [];
  for (const [forgery, page, said] of pages) {
    const document = { ...(await drawDocument(said)), papers: said };
    const label = await writePage(output, document, page, "front", `forged-${forgery}`, "phone", seed + labels.length);
    labels.push({ ...label, forged: true, forgery });
    output.say(`documents: forged, ${forgery}`);
  }
  return labels;
}

async function writeCopies(output: Output, seed: number): Promise<Label[]> {
  const drawn = await drawDocument(issuePapers({ kind: "passport", person: people[(seed + 3) % people.length], seed }));
  const scan = await scanPage(drawn.front, 14);
  const copies = {
    copied_in_grey: copyInGrey(scan),
    shown_on_screen: recaptureScreen(scan, seed),
    printed_on_paper: recapturePaper(scan, seed),
  };
  const labels: Label[] = [];
  for (const [name, image] of Object.entries(copies)) {
    await writeInto(output, `documents/images/copy-${name}.jpg`, await encodeJpeg(image, 90));
    labels.push({
      file: `copy-${name}.jpg`,
      ...labelOf(drawn, "front"),
      capture: "synthetic",
      quality: name.replaceAll("_", " "),
      forged: true,
      forgery: name,
    });
  }
  const expired = await drawDocument(
    expire(issuePapers({ kind: "passport", person: people[(seed + 5) % people.length], seed })).papers,
  );
  labels.push(await writePage(output, expired, expired.front, "front", "genuine-expired", "phone", seed));
  await writeInto(
    output,
    "documents/images/negative-selfie.jpg",
    await selfieJpeg(people[0].face, { seed, width: 720, height: 960 }),
  );
  labels.push({
    file: "negative-selfie.jpg",
    doc_type: "other",
    country: "-",
    mrz_lines: [],
    capture: "synthetic",
    quality: "a person, no document",
    negative: true,
  });
  return labels;
}

/** `documents/images/*` and `documents/labels.json`. */
export async function writeDocumentsSet(output: Output, count: number, seed: number): Promise<void> {
  const labels = [
    ...(await writeGenuine(output, count, seed)),
    ...(await writeForged(output, seed)),
    ...(await writeCopies(output, seed)),
  ];
  await writeJson(output, "documents/labels.json", labels);
}
