import type { MrzFormat } from "../types";
import { mrvA } from "./mrv-a";

/** Small visas, 2 lines of 36: format A with shorter names and optional data. */
export const mrvB: MrzFormat = {
  ...mrvA,
  id: "MRVB",
  title: "Machine-readable visa, format B",
  source: "ICAO Doc 9303-7, 4.3.2",
  lengths: [36, 36],
  fields: mrvA.fields.map((field) => (field.end === 44 ? { ...field, end: 36 } : field)),
};
