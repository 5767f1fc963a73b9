import { digitCheck } from "../check-kinds/digit-check";

export const mrzDocumentNumberDigit = digitCheck("document_number", "document number");
