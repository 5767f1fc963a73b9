import { pageZoneCheck } from "../check-kinds/page-zone-check";

export const pageZoneSex = pageZoneCheck(
  { id: "page_zone_sex", field: "sex", what: "sex", severity: "serious", exact: true },
  (page, zone) => (page === zone ? "same" : "different"),
);
