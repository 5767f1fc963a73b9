import { compareDates, pageZoneCheck } from "../check-kinds/page-zone-check";

export const pageZoneBirthDate = pageZoneCheck(
  { id: "page_zone_birth_date", field: "birth_date", what: "date of birth", severity: "blocking", exact: true },
  compareDates,
);
