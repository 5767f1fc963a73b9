import { ocrbZone } from "../text/ocr-b-path";
import { textPath } from "../text/text-path";
import { background, emblem } from "./guilloche";
import { labelText } from "./issuer";
import { pageValues } from "./page-values";
import type { DrawnDocument, Page, Papers } from "./papers";
import { passportPlaces } from "./passport-places";
import { ghostPortrait, printedPortrait } from "./portrait";
import { chipSign, field, microprint, type PrintStyle, signature, specimenMark } from "./print";
import { zoneOf } from "./zone";

const WIDTH = 125;
const HEIGHT = 88;
/** Top of the machine-readable zone (Doc 9303 part 4: 23.2 mm). */
const ZONE_TOP = HEIGHT - 23.2;

/** The data page of a passport, TD3, 125 × 88 mm. */
export async function drawPassport(papers: Papers): Promise<DrawnDocument> {
  const { issuer, person } = papers;
  const [ink, tint, second] = issuer.palette;
  const face = papers.portrait ?? person.face;
  const zone = zoneOf(papers)!;
  const body = [
    background(`passport ${issuer.code}`, WIDTH, HEIGHT, issuer.palette),
    `<rect width="${WIDTH}" height="10.6" fill="${ink}" opacity=".13"/>`,
    emblem(issuer.code, 8.2, 5.4, 3.9, ink),
    textPath(issuer.names[0], 14, 5.1, { size: 3.5, style: "serif-bold", fill: ink, tracking: 0.06, maxWidth: 66 }),
    textPath(issuer.names[1], 14, 8.6, { size: 2.3, style: "serif", fill: ink, tracking: 0.04 }),
    textPath(labelText(issuer, "passport").toUpperCase(), WIDTH - 16, 6.4, {
      size: 2.9,
      style: "sans-bold",
      fill: ink,
      anchor: "end",
      tracking: 0.05,
      maxWidth: 42,
    }),
    chipSign(WIDTH - 13.4, 2.4, ink),
    await ghostPortrait(face, { x: 101, y: 33, width: 19, height: 24.4 }, ink, 0.5),
    await printedPortrait(face, passportPlaces.portrait, ink),
    fieldsSvg(papers),
    specimenMark(WIDTH, ZONE_TOP, ink),
    microprint(`${issuer.names[1]} SPECIMEN`, 2, ZONE_TOP - 0.6, WIDTH - 4, ink),
    `<rect y="${ZONE_TOP}" width="${WIDTH}" height="23.2" fill="#ffffff" opacity=".62"/>`,
    `<path d="M0 ${ZONE_TOP}H${WIDTH}" stroke="${tint}" stroke-width=".3"/><path d="M0 ${HEIGHT - 0.2}H${WIDTH}" stroke="${second}" stroke-width=".4"/>`,
    ocrbZone(zone.lines, 6, HEIGHT - 14.5),
  ].join("");
  const front: Page = { width_mm: WIDTH, height_mm: HEIGHT, radius_mm: 3, body };
  return { papers, front, zone: { ...zone, side: "front" } };
}

function fieldsSvg(papers: Papers): string {
  const { issuer } = papers;
  const v = pageValues(papers);
  const style: PrintStyle = { label: 1.62, value: 3.05, ink: issuer.palette[0] };
  const at = (x: number, y: number): [number, number] => [x, y];
  return [
    field(issuer, "type", "P", at(44, 14.2), style, 12),
    field(issuer, "code", issuer.code, at(58, 14.2), style, 14),
    field(issuer, "passportNo", v.number, at(84, 14.2), { ...style, value: 3.4 }, 38),
    field(issuer, "surname", v.surname, at(44, 21.6), style, 76),
    field(issuer, "givenNames", v.givenNames, at(44, 28.6), style, 54),
    field(issuer, "nationality", v.nationality, at(44, 35.6), style, 54),
    field(
      issuer,
      "birthDate",
      v.birthDate,
      at(passportPlaces.birthDate.x, passportPlaces.birthDate.y - 0.7),
      style,
      30,
    ),
    field(issuer, "personalNo", v.personalNumber || "-", at(75, 42.6), style, 24),
    field(issuer, "sex", v.sex, at(44, 49.6), style, 14),
    field(issuer, "birthPlace", v.birthPlace, at(60, 49.6), style, 38),
    field(issuer, "issueDate", v.issueDate, at(44, 56.6), style, 30),
    field(issuer, "expiryDate", v.expiryDate, at(75, 56.6), style, 30),
    textPath(labelText(issuer, "authority"), 101, 59.4, {
      size: 1.5,
      style: "sans-medium",
      fill: issuer.palette[0],
      maxWidth: 20,
    }),
    textPath(v.authority, 101, 62.3, { size: 2.2, style: "sans-bold", fill: "#18171a", maxWidth: 21 }),
    signature(`${titleCase(papers.person.givenNames)} ${titleCase(papers.person.surname)}`, 84, 31.5, 5),
  ].join("");
}

export const titleCase = (text: string): string =>
  text.toLowerCase().replace(/(^|[\s'-])(\p{L})/gu, (_, gap: string, letter: string) => gap + letter.toUpperCase());
