import type { BarcodeEvidence, DocumentEvidence, SideEvidence } from "@/server/domain/documents/evidence";
import type { Scenario } from "@/server/domain/sandbox/scenario";
import { HOLDER, inYears, SOUND_QUALITY } from "@/server/domain/sandbox/sound-passport";
import { soundSight } from "@/server/domain/sandbox/sound-sight";

const NUMBER = "T64235789";
const american = (iso: string) => `${iso.slice(5, 7)}/${iso.slice(8, 10)}/${iso.slice(0, 4)}`;

/** The barcode of a licence of Virginia (AAMVA DL/ID Card Design Standard 2016). */
function barcode(today: string): BarcodeEvidence {
  const date = (iso: string) => american(iso).replaceAll("/", "");
  const elements = [
    `DAQ${NUMBER}`,
    `DCS${HOLDER.surname.toUpperCase()}`,
    "DACANNA",
    "DADMARIA",
    `DBB${date(HOLDER.birth_date)}`,
    `DBD${date(inYears(today, -2))}`,
    `DBA${date(inYears(today, 5))}`,
    "DBC2",
    "DAJVA",
    "DCGUSA",
  ];
  const text = `@\n\u001e\rANSI 636000090001DL00310200DL${elements.join("\n")}\r`;
  return { image: "back", format: "PDF417", text };
}

interface Page {
  readonly number: string;
  readonly surname: string;
  readonly birth: string;
  readonly expiry: string;
}

function licence(today: string, change: Partial<Page>): DocumentEvidence {
  const sound = { number: NUMBER, surname: "ERIKSSON", birth: HOLDER.birth_date, expiry: inYears(today, 5) };
  const page = { ...sound, ...change };
  const printed = [
    "VIRGINIA",
    "DRIVER LICENSE",
    `4d DLN ${page.number}`,
    `1 ${page.surname}`,
    "2 ANNA MARIA",
    `3 DOB ${american(page.birth)}`,
    `4b EXP ${american(page.expiry)}`,
    "5 DD 12345678901234567890",
  ];
  const lines = printed.map((text, row) => ({ text, confidence: 0.96, quad: box(text, row) }));
  const front: SideEvidence = {
    image: "front",
    width: 1000,
    height: 630,
    lines,
    quality: SOUND_QUALITY,
    portrait: { found: true, count: 1, size: 0.3 },
    forgery: [],
  };
  const back: SideEvidence = {
    image: "back",
    width: 1000,
    height: 630,
    lines: [],
    quality: SOUND_QUALITY,
    forgery: [],
  };
  return { sides: [front, back], barcodes: [barcode(today)], models: [] };
}

function box(text: string, row: number): [number, number][] {
  const [x, y] = [300, 40 + row * 60];
  return [
    [x, y],
    [x + text.length * 14, y],
    [x + text.length * 14, y + 26],
    [x, y + 26],
  ];
}

function seen(title: string, change: (today: string) => Partial<Page>, field?: string): Scenario {
  const see = (today: string) => soundSight(today, { document: licence(today, change(today)) });
  const reasons = field ? [`page_barcode_${field}_differs`] : ["document_valid"];
  return {
    kind: "seen",
    title,
    see,
    send: { documentType: "driver_license" },
    expect: { decision: "accepted", reasons },
  };
}

/** An American driving licence: its page against its barcode. */
export const licenceScenarios: Readonly<Record<string, Scenario>> = {
  driver_license: seen("A sound American driving licence, both sides", () => ({})),
  page_barcode_document_number_differs: seen(
    "Another number on the licence than in its barcode",
    () => ({ number: "K11122233" }),
    "document_number",
  ),
  page_barcode_surname_differs: seen(
    "Another surname than in the barcode",
    () => ({ surname: "LINDQVIST" }),
    "surname",
  ),
  page_barcode_birth_date_differs: seen(
    "Another date of birth than in the barcode",
    () => ({ birth: "1979-03-24" }),
    "birth_date",
  ),
  page_barcode_expiry_date_differs: seen(
    "Another date of expiry than in the barcode",
    (today) => ({ expiry: `${inYears(today, 7).slice(0, 4)}-01-17` }),
    "expiry_date",
  ),
};
