import { compareDates, pageZoneCheck } from "../check-kinds/page-zone-check";

export const pageZoneExpiryDate = pageZoneCheck(
  { id: "page_zone_expiry_date", field: "expiry_date", what: "date of expiry", severity: "blocking", exact: true },
  compareDates,
);
