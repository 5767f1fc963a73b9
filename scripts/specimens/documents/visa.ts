import { ocrbZone } from "../text/ocr-b-path";
import { textPath } from "../text/text-path";
import { background, emblem } from "./guilloche";
import { labelText } from "./issuer";
import { pageValues } from "./page-values";
import type { DrawnDocument, Papers } from "./papers";
import { printedPortrait } from "./portrait";
import { microprint, specimenMark } from "./print";
import { zoneOf } from "./zone";

type Row = readonly [label: string, value: string, x: number, y: number, maxWidth: number];

/** A visa sticker: MRV-A (120 × 80 mm) or MRV-B (105 × 74 mm). */
export async function drawVisa(papers: Papers): Promise<DrawnDocument> {
  const small = papers.kind === "visa-b";
  const [width, height] = small ? [105, 74] : [120, 80];
  const { issuer, person } = papers;
  const [ink] = issuer.palette;
  const zone = zoneOf(papers)!;
  const zoneTop = height - 20;
  const left = small ? 34 : 39;
  const column = (width - left - 4) / 3;
  const body = [
    background(`${papers.kind} ${issuer.code}`, width, height, [ink, issuer.palette[2], issuer.palette[1]]),
    emblem(issuer.code, width - 9, 9, 6, ink),
    textPath(issuer.names[0], left, 6, {
      size: 2.8,
      style: "serif-bold",
      fill: ink,
      tracking: 0.05,
      maxWidth: width - left - 20,
    }),
    textPath(labelText(issuer, "visa").toUpperCase(), left, 11.4, {
      size: 4.4,
      style: "sans-bold",
      fill: ink,
      tracking: 0.1,
      maxWidth: 50,
    }),
    await printedPortrait(
      papers.portrait ?? person.face,
      { x: 4, y: 5, width: left - 8, height: (left - 8) * 1.286 },
      ink,
    ),
    ...rows(papers, left, column).map(
      ([label, value, x, y, maxWidth]) =>
        textPath(label, x, y, { size: 1.45, style: "sans-medium", fill: ink, maxWidth }) +
        textPath(value, x, y + 3, { size: 2.6, style: "sans-bold", maxWidth }),
    ),
    specimenMark(width, zoneTop, ink),
    microprint(`${issuer.names[1]} VISA SPECIMEN`, 2, zoneTop - 0.6, width - 4, ink),
    `<rect y="${zoneTop}" width="${width}" height="20" fill="#ffffff" opacity=".62"/>`,
    ocrbZone(zone.lines, small ? 6.2 : 4.2, height - 11.5),
  ].join("");
  const front = { width_mm: width, height_mm: height, radius_mm: 0.6, body };
  return { papers, front, zone: { ...zone, side: "front" } };
}

function rows(papers: Papers, left: number, column: number): readonly Row[] {
  const v = pageValues(papers);
  const { issuer } = papers;
  const [x2, x3] = [left + column, left + 2 * column];
  const wide = column - 1.5;
  return [
    ["VALID FOR", issuer.names[1], left, 16, wide],
    ["FROM", v.issueDate, x2, 16, wide],
    ["UNTIL", v.expiryDate, x3, 16, wide],
    ["TYPE OF VISA", "C", left, 23, wide],
    ["NUMBER OF ENTRIES", "MULT", x2, 23, wide],
    ["DURATION OF STAY", "90", x3, 23, wide],
    [labelText(issuer, "documentNo"), v.number, left, 30, wide],
    [labelText(issuer, "birthDate"), v.birthDate, x2, 30, wide],
    [labelText(issuer, "sex"), v.sex, x3, 30, wide],
    [labelText(issuer, "surname"), v.surname, left, 37, 2 * column - 2],
    [labelText(issuer, "nationality"), v.nationality, x3, 37, wide],
    [labelText(issuer, "givenNames"), v.givenNames, left, 44, 2 * column - 2],
    ["REMARKS", "SPECIMEN", x3, 44, wide],
  ];
}
