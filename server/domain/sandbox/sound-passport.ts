import type { DocumentEvidence, QualityEvidence, SideEvidence, TextLine } from "@/server/domain/documents/evidence";
import { formatMrz, type MrzValues } from "@/server/domain/mrz/format-mrz";

/** The holder of every document of the sandbox. */
export const HOLDER = {
  surname: "Eriksson",
  given_names: "Anna Maria",
  birth_date: "1991-08-12",
  sex: "F",
  document_number: "12AB34567",
  nationality: "FRA",
} as const;

export const SOUND_QUALITY: QualityEvidence = {
  sharpness: 0.92,
  glare: 0.02,
  exposure: 0.9,
  resolution: 0.9,
  tilt: 0.96,
  crop: 1,
  corners: 4,
  colour: 1,
};

/** The same day so many years later (or earlier, below zero). */
export function inYears(today: string, years: number): string {
  const year = Number(today.slice(0, 4)) + years;
  return `${String(year).padStart(4, "0")}${today.slice(4).replace("-02-29", "-02-28")}`;
}

export interface Changes {
  /** Written into the zone, with check digits that hold. */
  readonly zone?: MrzValues;
  /** Changes the written lines: for digits that do not hold. */
  readonly lines?: (lines: readonly string[]) => readonly string[];
  /** Printed on the page instead of what the zone says; null prints nothing. */
  readonly page?: Partial<Record<keyof typeof LABELS, string | null>>;
  /** How surely the page was read, 0–1. */
  readonly printed?: number;
  readonly side?: Partial<SideEvidence>;
  readonly evidence?: Partial<DocumentEvidence>;
}

const LABELS = {
  number: "Passport No",
  surname: "Surname/Nom",
  given_names: "Given names/Prénoms",
  nationality: "Nationality/Nationalité",
  sex: "Sex/Sexe",
  birth: "Date of birth/Date de naissance",
  issue: "Date of issue/Date de délivrance",
  expiry: "Date of expiry/Date d'expiration",
} as const;

const textLine = (text: string, x: number, y: number, confidence: number): TextLine => ({
  text,
  confidence,
  quad: [
    [x, y],
    [x + text.length * 12, y],
    [x + text.length * 12, y + 20],
    [x, y + 20],
  ],
});

const printedDate = (iso: string) => iso.split("-").reverse().join(".");

/** What reading a flawless French passport would have seen today, with the changes made to it. */
export function soundPassport(today: string, changes: Changes = {}): DocumentEvidence {
  const values = {
    document_code: "P",
    issuing_state: "FRA",
    ...HOLDER,
    expiry_date: inYears(today, 5),
    ...changes.zone,
  };
  const { lines } = formatMrz("TD3", values);
  const front: SideEvidence = {
    image: "front",
    width: 1000,
    height: 700,
    lines: pageLines(values, today, changes),
    quality: SOUND_QUALITY,
    portrait: { found: true, count: 1, size: 0.3 },
    forgery: [],
    ...changes.side,
  };
  return {
    sides: [front],
    zone: { image: "front", lines: changes.lines ? changes.lines(lines) : lines, confidence: 0.97 },
    barcodes: [],
    models: [],
    ...changes.evidence,
  };
}

function pageLines(values: MrzValues, today: string, { page = {}, printed = 0.97 }: Changes): TextLine[] {
  const told: Record<keyof typeof LABELS, string> = {
    number: values.document_number ?? "",
    surname: values.surname?.toUpperCase() ?? "",
    given_names: values.given_names?.toUpperCase() ?? "",
    nationality: "Française",
    sex: values.sex ?? "",
    birth: printedDate(values.birth_date ?? ""),
    issue: printedDate(inYears(today, -4)),
    expiry: printedDate(values.expiry_date ?? ""),
  };
  const heading = [textLine("RÉPUBLIQUE FRANÇAISE", 20, 10, 0.97), textLine("PASSEPORT/PASSPORT", 20, 40, 0.97)];
  const names = Object.keys(LABELS) as (keyof typeof LABELS)[];
  const fields = names.flatMap((name, row) => {
    const value = page[name] === undefined ? told[name] : page[name];
    if (value === null || value === "") return [];
    const y = 70 + row * 60;
    return [textLine(LABELS[name], 300, y, 0.97), textLine(value, 300, y + 25, printed)];
  });
  return [...heading, ...fields];
}
