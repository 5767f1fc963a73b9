import { textPath } from "../text/text-path";
import { background } from "./guilloche";
import { firstLabel } from "./issuer";
import { pageValues } from "./page-values";
import type { DrawnDocument, Page, Papers } from "./papers";
import { titleCase } from "./passport";
import { ghostPortrait, printedPortrait } from "./portrait";
import { microprint, signature, specimenMark } from "./print";

const WIDTH = 85.6;
const HEIGHT = 53.98;
const INK = "#6d2a44";
const TINT = "#f3cfd9";
const categories = [
  ["AM", false],
  ["A1", false],
  ["A", false],
  ["B1", true],
  ["B", true],
  ["C1", false],
  ["C", false],
  ["D", false],
  ["BE", true],
] as const;

/** A driving licence with the numbered fields of Directive 2006/126/EC, annex I; the flag is left out. */
export async function drawEuLicence(papers: Papers): Promise<DrawnDocument> {
  return { papers, front: await licenceFront(papers), back: licenceBack(papers) };
}

async function licenceFront(papers: Papers): Promise<Page> {
  const { issuer, person } = papers;
  const v = pageValues({ ...papers, issuer: { ...issuer, dateStyle: "12.08.1974" } });
  const face = papers.portrait ?? person.face;
  const rows: readonly (readonly [number: string, value: string])[] = [
    ["1.", v.surname],
    ["2.", v.givenNames],
    ["3.", `${v.birthDate}  ${v.birthPlace}`],
    ["4a.", v.issueDate],
    ["4b.", v.expiryDate],
    ["4c.", v.authority],
    ["5.", v.number],
  ];
  const body = [
    background(`licence ${issuer.code}`, WIDTH, HEIGHT, [INK, TINT, "#dfe4f2"]),
    `<rect x="3" y="2.6" width="11" height="8" rx=".8" fill="#2f4f96"/>`,
    textPath(issuer.code, 8.5, 8.3, {
      size: issuer.code.length > 2 ? 4 : 5,
      style: "sans-bold",
      fill: "#fff",
      anchor: "middle",
    }),
    textPath(firstLabel(issuer, "drivingLicence").toUpperCase(), 30, 5.6, {
      size: 3.3,
      style: "sans-bold",
      fill: INK,
      tracking: 0.05,
      maxWidth: 52,
    }),
    textPath(issuer.names[0], 30, 9, { size: 2.1, style: "serif-bold", fill: INK, maxWidth: 52 }),
    await printedPortrait(face, { x: 3.6, y: 13.4, width: 23, height: 29.6 }, INK),
    await ghostPortrait(face, { x: 68.5, y: 25, width: 13, height: 16.7 }, INK, 0.42),
    ...rows.map(([number, value], i) => {
      const y = 14.6 + i * 4.45;
      return (
        textPath(number, 29.6, y, { size: 2, style: "sans", fill: INK }) +
        textPath(value, 35.4, y, { size: 2.55, style: "sans-bold", maxWidth: i > 2 ? 32 : 47 })
      );
    }),
    textPath("7.", 29.6, 45.8, { size: 2, style: "sans", fill: INK }),
    signature(`${titleCase(person.givenNames)} ${titleCase(person.surname)}`, 35, 47.4, 3.6),
    textPath("9.", 4, 50.8, { size: 2, style: "sans", fill: INK }),
    textPath(held().join("/"), 8, 50.8, { size: 2.6, style: "sans-bold" }),
    specimenMark(WIDTH, HEIGHT, INK),
    microprint(`${issuer.names[1]} SPECIMEN`, 2, HEIGHT - 0.9, WIDTH - 4, INK),
  ].join("");
  return { width_mm: WIDTH, height_mm: HEIGHT, radius_mm: 3.18, body };
}

/** Categories held, as field 9 prints them. */
export const held = (): readonly string[] => categories.filter(([, yes]) => yes).map(([name]) => name);

function licenceBack(papers: Papers): Page {
  const v = pageValues({ ...papers, issuer: { ...papers.issuer, dateStyle: "12.08.1974" } });
  const rows = categories.map(([name, yes], i) => {
    const y = 11 + i * 4.3;
    const cells = yes ? [v.issueDate, v.expiryDate] : ["—", "—"];
    return `<path d="M34 ${y - 3}H82" stroke="${INK}" stroke-width=".1"/>${textPath(name, 36, y, { size: 2, style: "sans-bold" })}${cells.map((text, c) => textPath(text, 48 + c * 18, y, { size: 1.9 })).join("")}`;
  });
  const legend = [
    "1. Name",
    "2. Other names",
    "3. Date and place of birth",
    "4a. Date of issue",
    "4b. Date of expiry",
    "4c. Issued by",
    "5. Licence number",
    "9. Categories",
    "10. Valid from",
    "11. Valid until",
    "12. Codes",
  ];
  const body = [
    background(`licence back ${papers.issuer.code}`, WIDTH, HEIGHT, [INK, TINT, "#dfe4f2"]),
    `<rect x="34" y="3" width="48" height="44" fill="#fff" opacity=".5"/>`,
    ...["9.", "10.", "11."].map((text, i) =>
      textPath(text, [36, 48, 66][i], 6.4, { size: 1.9, fill: INK, style: "sans-bold" }),
    ),
    ...rows,
    ...legend.map((text, i) => textPath(text, 3.6, 7 + i * 3.2, { size: 1.6, fill: INK })),
    textPath(papers.issuer.names[0], 3.6, 3.9, { size: 1.7, style: "serif-bold", fill: INK, maxWidth: 40 }),
    textPath("12.", 3.6, 48, { size: 1.9, fill: INK }),
    textPath("SPECIMEN", 9, 48, { size: 2.2, style: "sans-bold", fill: INK, tracking: 0.1 }),
    specimenMark(WIDTH, HEIGHT, INK),
  ].join("");
  return { width_mm: WIDTH, height_mm: HEIGHT, radius_mm: 3.18, body };
}
