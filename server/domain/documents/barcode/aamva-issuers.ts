/** Issuer identification numbers of the AAMVA (aamva.org, “IIN list”): number → jurisdiction and ISO 3166 country. */
const USA =
  "636033 AL 636059 AK 604427 AS 636026 AZ 636021 AR 636014 CA 636020 CO 636006 CT 636011 DE 636043 DC 636010 FL " +
  "636055 GA 636019 GU 636047 HI 636050 ID 636035 IL 636037 IN 636018 IA 636022 KS 636046 KY 636007 LA 636041 ME " +
  "636003 MD 636002 MA 636032 MI 636038 MN 636051 MS 636030 MO 636008 MT 636054 NE 636049 NV 636039 NH 636036 NJ " +
  "636009 NM 636001 NY 636004 NC 636034 ND 636023 OH 636058 OK 636029 OR 636025 PA 604431 PR 636052 RI 636005 SC " +
  "636042 SD 636053 TN 636015 TX 636040 UT 636024 VT 636062 VI 636000 VA 636045 WA 636061 WV 636031 WI 636060 WY";
const CAN =
  "604432 AB 636028 BC 636048 MB 636017 NB 636016 NL 636013 NS 604433 NU 636012 ON 604426 PE 604428 QC 636044 SK 604429 YT";

export interface AamvaIssuer {
  readonly jurisdiction: string;
  readonly country: "USA" | "CAN";
}

function entries(list: string, country: "USA" | "CAN"): [string, AamvaIssuer][] {
  return [...list.matchAll(/(\d{6}) ([A-Z]{2})/g)].map(([, iin, jurisdiction]) => [iin, { jurisdiction, country }]);
}

export const aamvaIssuers: ReadonlyMap<string, AamvaIssuer> = new Map([...entries(USA, "USA"), ...entries(CAN, "CAN")]);

const PROVINCES = new Set(
  [...aamvaIssuers.values()].filter((one) => one.country === "CAN").map((one) => one.jurisdiction),
);
const STATES = new Set(
  [...aamvaIssuers.values()].filter((one) => one.country === "USA").map((one) => one.jurisdiction),
);

/** The country of a two-letter jurisdiction, or null. */
export function countryOfJurisdiction(jurisdiction: string): "USA" | "CAN" | null {
  if (STATES.has(jurisdiction)) return "USA";
  return PROVINCES.has(jurisdiction) ? "CAN" : null;
}
