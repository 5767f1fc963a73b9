import { compareFieldNames, pageZoneCheck } from "../check-kinds/page-zone-check";

export const pageZoneGivenNames = pageZoneCheck(
  { id: "page_zone_given_names", field: "given_names", what: "given names", severity: "blocking", exact: false },
  compareFieldNames,
);
