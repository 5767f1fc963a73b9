import type { Papers } from "./papers";

/** Virginia's number, which the AAMVA standard uses in its own examples. */
const ISSUER_NUMBER = "636000";

const usDate = (iso: string) => {
  const [year, month, day] = iso.split("-");
  return `${month}${day}${year}`;
};

/**
 * The text of the PDF417 (AAMVA DL/ID Card Design Standard 2016, version 09): header, one DL subfile, offsets that
 * hold.
 */
export function aamvaPayload(papers: Papers): string {
  const { person } = papers;
  const [given, ...middle] = person.givenNames.toUpperCase().split(" ");
  const [street, city] = papers.address.toUpperCase().split(", ");
  const inches = Math.round(person.height / 0.0254);
  const elements: readonly (readonly [string, string])[] = [
    ["DAQ", papers.number],
    ["DCS", person.surname.toUpperCase()],
    ["DDE", "N"],
    ["DAC", given],
    ["DDF", "N"],
    ["DAD", middle.join(" ") || "NONE"],
    ["DDG", "N"],
    ["DCA", "D"],
    ["DCB", "NONE"],
    ["DCD", "NONE"],
    ["DBD", usDate(papers.issueDate)],
    ["DBB", usDate(person.birthDate)],
    ["DBA", usDate(papers.expiryDate)],
    ["DBC", person.sex === "M" ? "1" : person.sex === "F" ? "2" : "9"],
    ["DAU", `${String(inches).padStart(3, "0")} IN`],
    ["DAY", "BRO"],
    ["DAG", street],
    ["DAI", city],
    ["DAJ", "VA"],
    ["DAK", "230000000  "],
    ["DCF", `SPECIMEN${papers.number}`],
    ["DCG", "USA"],
  ];
  const subfile = `DL${elements.map(([id, value]) => id + value).join("\n")}\r`;
  const header = `@\n\u001e\rANSI ${ISSUER_NUMBER}090001`;
  const offset = header.length + 10;
  return `${header}DL${String(offset).padStart(4, "0")}${String(subfile.length).padStart(4, "0")}${subfile}`;
}
