import { ocrbZone } from "../text/ocr-b-path";
import { textPath } from "../text/text-path";
import { background, emblem } from "./guilloche";
import { labelText } from "./issuer";
import { pageValues } from "./page-values";
import type { DrawnDocument, Papers } from "./papers";
import { titleCase } from "./passport";
import { printedPortrait } from "./portrait";
import { field, microprint, type PrintStyle, signature, specimenMark } from "./print";
import { zoneOf } from "./zone";

const WIDTH = 105;
const HEIGHT = 74;

/** An identity card of the larger size, TD2, zone on the front. */
export async function drawTd2Card(papers: Papers): Promise<DrawnDocument> {
  const { issuer, person } = papers;
  const [ink] = issuer.palette;
  const zone = zoneOf(papers)!;
  const v = pageValues(papers);
  const style: PrintStyle = { label: 1.5, value: 2.7, ink };
  const zoneTop = HEIGHT - 20;
  const body = [
    background(`td2 ${issuer.code}`, WIDTH, HEIGHT, issuer.palette),
    `<rect width="${WIDTH}" height="9.4" fill="${ink}" opacity=".14"/>`,
    emblem(issuer.code, 6.6, 4.7, 3.5, ink),
    textPath(issuer.names[0], 12.4, 4.6, { size: 2.9, style: "serif-bold", fill: ink, tracking: 0.05, maxWidth: 88 }),
    textPath(labelText(issuer, "identityCard").toUpperCase(), 12.4, 8, {
      size: 2.2,
      style: "sans-bold",
      fill: ink,
      tracking: 0.04,
      maxWidth: 88,
    }),
    await printedPortrait(papers.portrait ?? person.face, { x: 4.5, y: 12, width: 29, height: 37.3 }, ink),
    field(issuer, "documentNo", v.number, [38, 12.8], { ...style, value: 3 }, 40),
    field(issuer, "surname", v.surname, [38, 19.6], style, 62),
    field(issuer, "givenNames", v.givenNames, [38, 26], style, 62),
    field(issuer, "birthDate", v.birthDate, [38, 32.4], style, 28),
    field(issuer, "sex", v.sex, [68, 32.4], style, 14),
    field(issuer, "nationality", v.nationality, [80, 32.4], style, 22),
    field(issuer, "birthPlace", v.birthPlace, [38, 38.8], style, 28),
    field(issuer, "authority", v.authority, [68, 38.8], style, 32),
    field(issuer, "issueDate", v.issueDate, [38, 45.2], style, 28),
    field(issuer, "expiryDate", v.expiryDate, [68, 45.2], style, 32),
    signature(`${titleCase(person.givenNames)} ${titleCase(person.surname)}`, 76, 17.5, 3.4),
    specimenMark(WIDTH, zoneTop, ink),
    microprint(`${issuer.names[1]} SPECIMEN`, 2, zoneTop - 0.6, WIDTH - 4, ink),
    `<rect y="${zoneTop}" width="${WIDTH}" height="20" fill="#ffffff" opacity=".62"/>`,
    ocrbZone(zone.lines, 6.2, HEIGHT - 11.5),
  ].join("");
  return {
    papers,
    front: { width_mm: WIDTH, height_mm: HEIGHT, radius_mm: 2.5, body },
    zone: { ...zone, side: "front" },
  };
}
