import { resolveCountryCode } from "../../countries/country-code";
import { countryOfName } from "../../countries/country-names";
import { pageZoneCheck } from "../check-kinds/page-zone-check";

const meaning = (text: string) => resolveCountryCode(text).alpha3 ?? countryOfName(text);

/** The page often prints an adjective (“British”), which says nothing against a code. */
export const pageZoneNationality = pageZoneCheck(
  { id: "page_zone_nationality", field: "nationality", what: "nationality", severity: "serious", exact: false },
  (page, zone) => {
    const [printed, coded] = [meaning(page), meaning(zone)];
    return printed === null || coded === null || printed === coded ? "same" : "different";
  },
);
