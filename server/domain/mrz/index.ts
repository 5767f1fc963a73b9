/** The machine-readable zone: layouts, reading, writing. */
export { ambiguousPositions } from "./ambiguous-positions";
export { alphabetAt, characterClasses } from "./character-class";
export { checkDigit } from "./check-digit";
export { formatMrz } from "./format-mrz";
export { mrzFormatById, mrzFormats } from "./formats";
export { parseMrz } from "./parse-mrz";
export type * from "./types";
