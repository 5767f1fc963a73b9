import { digitCheck } from "../check-kinds/digit-check";

export const mrzBirthDateDigit = digitCheck("birth_date", "date of birth");
