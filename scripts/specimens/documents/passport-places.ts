import type { BoxMm } from "./portrait";

/** Where the data page of a passport prints what forgers reach for first, in millimetres. */
export const passportPlaces = {
  portrait: { x: 5, y: 15.5, width: 34.5, height: 44.4 },
  /** The value under the caption. */
  birthDate: { x: 44, y: 43.3, width: 26, height: 3.4 },
} as const satisfies Record<string, BoxMm>;
