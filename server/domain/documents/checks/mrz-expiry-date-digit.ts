import { digitCheck } from "../check-kinds/digit-check";

export const mrzExpiryDateDigit = digitCheck("expiry_date", "date of expiry");
