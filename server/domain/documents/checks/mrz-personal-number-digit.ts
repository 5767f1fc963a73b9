import { digitCheck } from "../check-kinds/digit-check";

export const mrzPersonalNumberDigit = digitCheck("personal_number", "personal number");
