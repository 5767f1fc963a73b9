import { seededRandom } from "../random";
import { ocrbZone } from "../text/ocr-b-path";
import { textPath } from "../text/text-path";
import { background, emblem, rosette } from "./guilloche";
import { type LabelKey, labelText } from "./issuer";
import { pageValues } from "./page-values";
import type { DrawnDocument, Page, PageValues, Papers } from "./papers";
import { titleCase } from "./passport";
import { ghostPortrait, printedPortrait } from "./portrait";
import { chipPlate, chipSign, field, microprint, type PrintStyle, signature, specimenMark } from "./print";
import { zoneOf } from "./zone";

const WIDTH = 85.6;
const HEIGHT = 53.98;

type Spot = readonly [key: LabelKey, value: keyof PageValues, x: number, y: number, maxWidth: number];

const frontSpots: readonly Spot[] = [
  ["surname", "surname", 30, 12.2, 36],
  ["givenNames", "givenNames", 30, 18, 36],
  ["sex", "sex", 30, 23.8, 10],
  ["nationality", "nationality", 42, 23.8, 24],
  ["birthDate", "birthDate", 30, 29.6, 22],
  ["birthPlace", "birthPlace", 54, 29.6, 28],
  ["expiryDate", "expiryDate", 30, 35.4, 22],
  ["documentNo", "number", 54, 35.4, 28],
];
const backSpots: readonly Spot[] = [
  ["address", "address", 20, 6, 44],
  ["height", "height", 66, 6, 15],
  ["issueDate", "issueDate", 20, 12.5, 22],
  ["authority", "authority", 44, 12.5, 37],
  ["personalNo", "personalNumber", 20, 19, 30],
];

/** An identity card or residence permit of bank-card size, TD1, zone on the back. */
export async function drawCard(papers: Papers): Promise<DrawnDocument> {
  const zone = zoneOf(papers)!;
  return {
    papers,
    front: await cardFront(papers),
    back: cardBack(papers, zone.lines),
    zone: { ...zone, side: "back" },
  };
}

function spotsSvg(papers: Papers, spots: readonly Spot[], style: PrintStyle): string {
  const values = pageValues(papers);
  return spots
    .filter(([, value]) => values[value])
    .map(([key, value, x, y, maxWidth]) => field(papers.issuer, key, values[value], [x, y], style, maxWidth))
    .join("");
}

async function cardFront(papers: Papers): Promise<Page> {
  const { issuer, person } = papers;
  const permit = papers.kind === "residence-permit";
  const palette = permit ? ([issuer.palette[0], issuer.palette[2], issuer.palette[1]] as const) : issuer.palette;
  const [ink] = palette;
  const face = papers.portrait ?? person.face;
  const title = labelText(issuer, permit ? "residencePermit" : "identityCard").toUpperCase();
  const body = [
    background(`${papers.kind} ${issuer.code}`, WIDTH, HEIGHT, palette),
    `<rect width="${WIDTH}" height="8.6" fill="${ink}" opacity=".16"/>`,
    emblem(issuer.code, 5.6, 4.3, 3.1, ink),
    textPath(issuer.names[0], 10.4, 4.1, { size: 2.5, style: "serif-bold", fill: ink, tracking: 0.05, maxWidth: 60 }),
    textPath(title, 10.4, 7.2, { size: 2.05, style: "sans-bold", fill: ink, tracking: 0.04, maxWidth: 60 }),
    chipSign(WIDTH - 11.6, 1.3, ink),
    await ghostPortrait(face, { x: 68.4, y: 10.6, width: 13.6, height: 17.5 }, ink, 0.55),
    await printedPortrait(face, { x: 4, y: 11.5, width: 23.5, height: 30.2 }, ink),
    spotsSvg(papers, frontSpots, { label: 1.34, value: 2.45, ink }),
    signature(`${titleCase(person.givenNames)} ${titleCase(person.surname)}`, 31, 49.6, 3.6),
    textPath(labelText(issuer, "signature"), 30, 43.2, { size: 1.34, style: "sans-medium", fill: ink, maxWidth: 40 }),
    textPath(papers.number.slice(-6), 15.7, 49.2, {
      size: 3,
      style: "sans-bold",
      fill: ink,
      anchor: "middle",
      tracking: 0.12,
      opacity: 0.85,
    }),
    specimenMark(WIDTH, HEIGHT, ink),
    microprint(`${issuer.names[1]} SPECIMEN`, 2, HEIGHT - 0.9, WIDTH - 4, ink),
  ].join("");
  return { width_mm: WIDTH, height_mm: HEIGHT, radius_mm: 3.18, body };
}

function cardBack(papers: Papers, lines: readonly string[]): Page {
  const { issuer } = papers;
  const [ink] = issuer.palette;
  const zoneTop = HEIGHT - 23.2;
  const random = seededRandom(`back ${issuer.code}`);
  const body = [
    background(`${papers.kind} back ${issuer.code}`, WIDTH, HEIGHT, issuer.palette),
    chipPlate(4.2, 8.6),
    spotsSvg(papers, backSpots, { label: 1.34, value: 2.3, ink }),
    `<path d="${rosette(random, 72, 22, 7)}" fill="none" stroke="${ink}" stroke-width=".1" opacity=".5"/>`,
    specimenMark(WIDTH, zoneTop * 1.5, ink),
    microprint(`${issuer.names[1]} SPECIMEN`, 2, zoneTop - 0.5, WIDTH - 4, ink),
    `<rect y="${zoneTop}" width="${WIDTH}" height="23.2" fill="#ffffff" opacity=".62"/>`,
    ocrbZone(lines, 4.7, HEIGHT - 16.4, 5.9),
  ].join("");
  return { width_mm: WIDTH, height_mm: HEIGHT, radius_mm: 3.18, body };
}
