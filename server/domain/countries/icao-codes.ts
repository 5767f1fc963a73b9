/** Codes that zones carry beyond ISO 3166 (ICAO Doc 9303-3, section 5, parts B–D, and what issuers print). */
export interface IcaoCode {
  readonly title: string;
  readonly kind: "nationality" | "organisation" | "person" | "withdrawn" | "specimen" | "in_use";
  /** The ISO 3166 alpha-3 code of the state behind it, where there is one. */
  readonly state?: string;
}

const british = (title: string): IcaoCode => ({ title, kind: "nationality", state: "GBR" });
const body = (title: string): IcaoCode => ({ title, kind: "organisation" });
const person = (title: string): IcaoCode => ({ title, kind: "person" });

export const icaoCodes: Readonly<Record<string, IcaoCode>> = {
  D: { title: "Germany", kind: "nationality", state: "DEU" },
  GBD: british("British Overseas Territories citizen"),
  GBN: british("British National (Overseas)"),
  GBO: british("British Overseas citizen"),
  GBP: british("British protected person"),
  GBS: british("British subject"),
  RKS: { title: "Kosovo", kind: "in_use" },
  EUE: body("European Union (laissez-passer)"),
  UNO: body("United Nations"),
  UNA: body("Specialised agency of the United Nations"),
  UNK: body("United Nations Interim Administration Mission in Kosovo"),
  IAO: body("International Civil Aviation Organization"),
  INP: body("INTERPOL"),
  XBA: body("African Development Bank"),
  XIM: body("African Export-Import Bank"),
  XCC: body("Caribbean Community"),
  XCE: body("Council of Europe"),
  XCO: body("Common Market for Eastern and Southern Africa"),
  XEC: body("Economic Community of West African States"),
  XPO: body("INTERPOL"),
  XES: body("Organization of Eastern Caribbean States"),
  XMP: body("Parliamentary Assembly of the Mediterranean"),
  XOM: body("Sovereign Military Order of Malta"),
  XDC: body("Southern African Development Community"),
  XXA: person("Stateless person (1954 Convention)"),
  XXB: person("Refugee (1951 Convention)"),
  XXC: person("Refugee, other"),
  XXX: person("Person of unspecified nationality"),
  UTO: { title: "Utopia, the specimen state of the standard", kind: "specimen" },
  ANT: { title: "Netherlands Antilles", kind: "withdrawn", state: "NLD" },
  NTZ: { title: "Neutral Zone", kind: "withdrawn" },
  YUG: { title: "Yugoslavia", kind: "withdrawn" },
  SCG: { title: "Serbia and Montenegro", kind: "withdrawn" },
  BDR: { title: "Bundesdruckerei specimen", kind: "specimen", state: "DEU" },
};
