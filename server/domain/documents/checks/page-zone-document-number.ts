import { compareNumbers, pageZoneCheck } from "../check-kinds/page-zone-check";

export const pageZoneDocumentNumber = pageZoneCheck(
  {
    id: "page_zone_document_number",
    field: "document_number",
    what: "document number",
    severity: "blocking",
    exact: true,
  },
  compareNumbers,
);
