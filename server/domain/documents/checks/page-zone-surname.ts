import { compareFieldNames, pageZoneCheck } from "../check-kinds/page-zone-check";

export const pageZoneSurname = pageZoneCheck(
  { id: "page_zone_surname", field: "surname", what: "surname", severity: "blocking", exact: false },
  compareFieldNames,
);
