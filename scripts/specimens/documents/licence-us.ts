import { textPath, textWidth } from "../text/text-path";
import { aamvaPayload } from "./aamva-payload";
import { background, emblem } from "./guilloche";
import { pageValues } from "./page-values";
import type { DrawnDocument, Page, Papers } from "./papers";
import { titleCase } from "./passport";
import { pdf417Svg } from "./pdf417";
import { ghostPortrait, printedPortrait } from "./portrait";
import { microprint, signature, specimenMark } from "./print";
import { printedDate } from "./printed-date";

const WIDTH = 85.6;
const HEIGHT = 53.98;
const INK = "#23406b";
const PALETTE = [INK, "#d6e3ee", "#efe3cf"] as const;

/** A North American driver's licence: captions after AAMVA annex D, PDF417 on the back. */
export async function drawUsLicence(papers: Papers): Promise<DrawnDocument> {
  const barcode = aamvaPayload(papers);
  return { papers, front: await licenceFront(papers), back: await licenceBack(papers, barcode), barcode };
}

const usDate = (iso: string) => {
  const [day, month, year] = printedDate(iso, "12/08/1974").split("/");
  return `${month}/${day}/${year}`;
};

async function licenceFront(papers: Papers): Promise<Page> {
  const { person } = papers;
  const v = { ...pageValues(papers), ...papers.page };
  const face = papers.portrait ?? person.face;
  const inches = Math.round(person.height / 0.0254);
  const row = (caption: string, value: string, x: number, y: number, size = 2.5, maxWidth = 34) =>
    textPath(caption, x, y, { size: 1.5, style: "sans-medium", fill: INK }) +
    textPath(value, x + textWidth(caption, { size: 1.5, style: "sans-medium" }) + 1.7, y, {
      size,
      style: "sans-bold",
      maxWidth,
    });
  const [street, city] = v.address.split(", ");
  const body = [
    background("licence us", WIDTH, HEIGHT, PALETTE),
    `<rect width="${WIDTH}" height="8.4" fill="${INK}" opacity=".85"/>`,
    textPath("VIRGINIA", 4, 5.9, { size: 4.6, style: "serif-bold", fill: "#fff", tracking: 0.08 }),
    textPath("DRIVER'S LICENSE", 50, 5.6, {
      size: 2.9,
      style: "sans-bold",
      fill: "#fff",
      tracking: 0.05,
      maxWidth: 26,
    }),
    textPath("USA", 82.5, 5.6, { size: 2.6, style: "sans-bold", fill: "#fff", anchor: "end" }),
    emblem("VA", 76, 17, 5.4, INK),
    await printedPortrait(face, { x: 3.6, y: 11, width: 24, height: 30.9 }, INK),
    await ghostPortrait(face, { x: 69.5, y: 29, width: 12.6, height: 16.2 }, INK, 0.5),
    row("4d DLN", v.number, 30, 12.6, 2.8),
    row("4b EXP", papers.page?.expiryDate ?? usDate(papers.expiryDate), 30, 17),
    row("3 DOB", papers.page?.birthDate ?? usDate(person.birthDate), 30, 21.2, 2.8),
    row("1", v.surname, 30, 26, 2.8, 38),
    row("2", v.givenNames, 30, 29.8, 2.6, 38),
    row("8", street, 30, 33.6, 2.1, 38),
    textPath(`${city}, VA 23000`, 32.1, 36.4, { size: 2.1, style: "sans-bold", maxWidth: 36 }),
    row("15 SEX", v.sex, 30, 40.6, 2.2),
    row("16 HGT", `${Math.floor(inches / 12)}'-${String(inches % 12).padStart(2, "0")}"`, 43, 40.6, 2.2),
    row("18 EYES", "BRO", 30, 44.2, 2.2),
    row("9 CLASS", "D", 46, 44.2, 2.2),
    row("4a ISS", papers.page?.issueDate ?? usDate(papers.issueDate), 30, 47.8, 2.2),
    signature(`${titleCase(person.givenNames)} ${titleCase(person.surname)}`, 5, 49.4, 2.9),
    specimenMark(WIDTH, HEIGHT, INK),
    microprint("SPECIMEN NOT A LICENSE", 2, HEIGHT - 0.9, WIDTH - 4, INK),
  ].join("");
  return { width_mm: WIDTH, height_mm: HEIGHT, radius_mm: 3.18, body };
}

async function licenceBack(papers: Papers, barcode: string): Promise<Page> {
  const body = [
    background("licence us back", WIDTH, HEIGHT, PALETTE),
    textPath("CLASS D: NON-COMMERCIAL VEHICLES", 4, 6, { size: 1.9, style: "sans-bold", fill: INK }),
    textPath("RESTRICTIONS: NONE   ENDORSEMENTS: NONE", 4, 9.4, { size: 1.7, fill: INK }),
    textPath(`DD SPECIMEN${papers.number}`, 4, 50.6, { size: 1.7, fill: INK }),
    textPath("SPECIMEN", 81, 50.6, { size: 2.4, style: "sans-bold", fill: INK, anchor: "end", tracking: 0.1 }),
    await pdf417Svg(barcode, 6, 14, 73.6, 22),
    specimenMark(WIDTH, HEIGHT, INK),
  ].join("");
  return { width_mm: WIDTH, height_mm: HEIGHT, radius_mm: 3.18, body };
}
