import { type AamvaIssuer, aamvaIssuers, countryOfJurisdiction } from "./aamva-issuers";

/**
 * The PDF417 of North American driving licences and cards (AAMVA DL/ID Card Design Standard, versions 01–11).
 * Elements are found by their ids: offsets in the header are wrong on many cards in circulation.
 */
export interface AamvaLicence {
  readonly version: number;
  readonly issuerNumber: string;
  readonly card: "licence" | "identity" | "enhanced" | null;
  readonly surname: string | null;
  readonly givenName: string | null;
  readonly middleNames: string | null;
  readonly suffix: string | null;
  readonly documentNumber: string | null;
  /** ISO dates; null where absent or no day of any calendar. */
  readonly birthDate: string | null;
  readonly issueDate: string | null;
  readonly expiryDate: string | null;
  /** `M`, `F`, `9` (not specified, element DBC 9), or as printed. */
  readonly sex: string | null;
  readonly address: string | null;
  readonly jurisdiction: string | null;
  /** ISO 3166 alpha-3. */
  readonly country: "USA" | "CAN" | null;
  readonly vehicleClass: string | null;
  readonly discriminator: string | null;
  /** Whether the card says that it cut this name (DDE, DDF, DDG are `T`). */
  readonly truncated: { readonly surname: boolean; readonly givenName: boolean; readonly middleNames: boolean };
  /** Every element by id, jurisdiction subfiles (Z…) included, as printed. */
  readonly elements: Readonly<Record<string, string>>;
}

const HEADER = /(ANSI |AAMVA)\s*(\d{6})(\d{2})/;
const CARDS = { DL: "licence", ID: "identity", EN: "enhanced" } as const;

/** `DLDAQ…` and `ZVZVA…` open a subfile; the element follows its designator. */
const SUBFILE = /^(?:(DL|ID|EN)(?=D[A-Z]{2})|(Z[A-Z])(?=\2[A-Z]))/;

function elementsOf(body: string): Record<string, string> {
  const elements: Record<string, string> = {};
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the standard separates by control characters (annex D.12.3)
  for (const part of body.split(/[\n\r\u001c-\u001e]+/)) {
    const element = /^([DZP][A-Z][A-Z0-9])([\s\S]*)$/.exec(part.trimStart().replace(SUBFILE, ""));
    // The first of an id counts: later subfiles repeat some with other meanings.
    if (element && !(element[1] in elements)) elements[element[1]] = element[2].trim();
  }
  return elements;
}

/** Eight digits as MMDDCCYY (United States) or CCYYMMDD (Canada): a month never is 13–99, so one reading remains. */
function readAamvaDate(text: string | undefined): string | null {
  const digits = text?.replace(/\D/g, "") ?? "";
  if (digits.length !== 8) return null;
  const yearFirst = Number(digits.slice(0, 2)) > 12;
  const year = Number(yearFirst ? digits.slice(0, 4) : digits.slice(4));
  const month = Number(yearFirst ? digits.slice(4, 6) : digits.slice(0, 2));
  const day = Number(yearFirst ? digits.slice(6) : digits.slice(2, 4));
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && year > 1850 ? date.toISOString().slice(0, 10) : null;
}

interface Names {
  readonly surname: string | null;
  readonly givenName: string | null;
  readonly middleNames: string | null;
}

const orNull = (text: string | undefined) => text?.trim() || null;

/** Version 1 has one element DAA (`LAST,FIRST,MIDDLE`), versions 2–3 DCS and DCT (given names), later DCS, DAC, DAD. */
function readNames(elements: Readonly<Record<string, string>>): Names {
  const { DCS, DAB, DCT, DAC, DAD, DAA } = elements;
  if (DCS !== undefined || DAB !== undefined || DAC !== undefined) {
    const [first, ...others] = (DCT ?? "").split(",");
    return {
      surname: orNull(DCS ?? DAB),
      givenName: orNull(DAC) ?? orNull(first),
      middleNames: orNull(DAD) ?? orNull(others.join(" ")),
    };
  }
  const [surname, givenName, ...middle] = (DAA ?? "").split(/[,@$]/);
  return { surname: orNull(surname), givenName: orNull(givenName), middleNames: orNull(middle.join(" ")) };
}

function readSex(text: string | undefined): string | null {
  const code = text?.trim().toUpperCase() ?? "";
  const known: Record<string, string> = { "1": "M", "2": "F", M: "M", F: "F", "9": "9", "0": "9", X: "9" };
  return known[code] ?? orNull(text);
}

function readCountry(elements: Readonly<Record<string, string>>, issuer: AamvaIssuer | undefined) {
  const jurisdiction = orNull(elements.DAJ) ?? orNull(elements.DAO) ?? issuer?.jurisdiction ?? null;
  const printed = elements.DCG?.trim().toUpperCase();
  if (printed === "USA" || printed === "CAN") return { jurisdiction, country: printed } as const;
  return { jurisdiction, country: issuer?.country ?? countryOfJurisdiction(jurisdiction ?? "") };
}

function readAddress(elements: Readonly<Record<string, string>>): string | null {
  const { DAG, DAL, DAH, DAI, DAN, DAJ, DAO, DAK, DAP } = elements;
  const parts = [DAG ?? DAL, DAH, DAI ?? DAN, [DAJ ?? DAO, DAK ?? DAP].filter(Boolean).join(" ")];
  return orNull(parts.filter((part) => part?.trim()).join(", "));
}

/** Reads a payload; null where it is not an AAMVA one. Never throws. */
export function parseAamva(payload: string): AamvaLicence | null {
  const header = HEADER.exec(payload);
  if (!header) return null;
  const [, , issuerNumber, version] = header;
  const rest = payload.slice(header.index + header[0].length);
  // The header ends with its subfile designators of ten characters (type, offset, length), sometimes with none between
  // it and an element.
  const designators = /^\d{2,4}((?:[A-Z]{2}\d{8})*)/.exec(rest);
  const elements = elementsOf(rest.slice(designators?.[0].length ?? 0));
  const type = /^(DL|ID|EN)/.exec(designators?.[1] ?? "")?.[1] as keyof typeof CARDS | undefined;
  const cut = (id: string) => elements[id]?.toUpperCase() === "T";
  return {
    version: Number(version),
    issuerNumber,
    card: type ? CARDS[type] : null,
    ...readNames(elements),
    suffix: orNull(elements.DCU ?? elements.DAE),
    documentNumber: orNull(elements.DAQ ?? elements.DBJ),
    birthDate: readAamvaDate(elements.DBB ?? elements.DBL),
    issueDate: readAamvaDate(elements.DBD),
    expiryDate: readAamvaDate(elements.DBA),
    sex: readSex(elements.DBC),
    address: readAddress(elements),
    ...readCountry(elements, aamvaIssuers.get(issuerNumber)),
    vehicleClass: orNull(elements.DCA ?? elements.DAR),
    discriminator: orNull(elements.DCF),
    truncated: { surname: cut("DDE"), givenName: cut("DDF"), middleNames: cut("DDG") },
    elements,
  };
}
