import type { MrzFormat, MrzFormatId } from "../types";
import { frenchDrivingLicense } from "./french-driving-license";
import { frenchNationalId } from "./french-national-id";
import { mrvA } from "./mrv-a";
import { mrvB } from "./mrv-b";
import { swissDrivingLicense } from "./swiss-driving-license";
import { td1 } from "./td1";
import { td2 } from "./td2";
import { td3 } from "./td3";

/** Every layout we read, the particular before the general where two share their lengths. */
export const mrzFormats: readonly MrzFormat[] = [
  mrvA,
  mrvB,
  frenchNationalId,
  td3,
  td2,
  td1,
  frenchDrivingLicense,
  swissDrivingLicense,
];

export const mrzFormatById: Readonly<Record<MrzFormatId, MrzFormat>> = Object.fromEntries(
  mrzFormats.map((format) => [format.id, format]),
) as Record<MrzFormatId, MrzFormat>;
