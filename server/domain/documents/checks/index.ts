import type { Check } from "../check";
import { ageBounds } from "./age-bounds";
import { colourCopy } from "./colour-copy";
import { compression } from "./compression";
import { countryCode } from "./country-code";
import { countryHint } from "./country-hint";
import { datesInOrder } from "./dates-in-order";
import { datesPossible } from "./dates-possible";
import { documentCode } from "./document-code";
import { documentTypeHint } from "./document-type-hint";
import { documentWhole } from "./document-whole";
import { fieldsComplete } from "./fields-complete";
import { fieldsOverwritten } from "./fields-overwritten";
import { frontBack } from "./front-back";
import { identityDocument } from "./identity-document";
import { metadata } from "./metadata";
import { mrzBirthDateDigit } from "./mrz-birth-date-digit";
import { mrzCharacters } from "./mrz-characters";
import { mrzChecksum } from "./mrz-checksum";
import { mrzCompositeDigit } from "./mrz-composite-digit";
import { mrzDocumentNumberDigit } from "./mrz-document-number-digit";
import { mrzExpiryDateDigit } from "./mrz-expiry-date-digit";
import { mrzFormat } from "./mrz-format";
import { mrzPersonalNumberDigit } from "./mrz-personal-number-digit";
import { mrzRepairs } from "./mrz-repairs";
import { nationalNumber } from "./national-number";
import { nationalityCode } from "./nationality-code";
import { notExpired } from "./not-expired";
import { numberFormat } from "./number-format";
import { pageBarcode } from "./page-barcode";
import { pageZoneBirthDate } from "./page-zone-birth-date";
import { pageZoneDocumentNumber } from "./page-zone-document-number";
import { pageZoneExpiryDate } from "./page-zone-expiry-date";
import { pageZoneGivenNames } from "./page-zone-given-names";
import { pageZoneNationality } from "./page-zone-nationality";
import { pageZoneSex } from "./page-zone-sex";
import { pageZoneSurname } from "./page-zone-surname";
import { pictureExposure } from "./picture-exposure";
import { pictureGlare } from "./picture-glare";
import { pictureResolution } from "./picture-resolution";
import { pictureSharpness } from "./picture-sharpness";
import { pictureTilt } from "./picture-tilt";
import { portraitPasted } from "./portrait-pasted";
import { portraitPresent } from "./portrait-present";
import { portraitSingle } from "./portrait-single";
import { portraitSize } from "./portrait-size";
import { recapture } from "./recapture";
import { seenBefore } from "./seen-before";
import { statedFields } from "./stated-fields";
import { validityPeriod } from "./validity-period";
import { zoneExpected } from "./zone-expected";
import { zonePrint } from "./zone-print";

/** Every check, in the order in which a person wants to read them. A test compares the list with the folder. */
export const checks: readonly Check[] = [
  identityDocument,
  fieldsComplete,
  zoneExpected,
  mrzChecksum,
  mrzDocumentNumberDigit,
  mrzBirthDateDigit,
  mrzExpiryDateDigit,
  mrzPersonalNumberDigit,
  mrzCompositeDigit,
  mrzFormat,
  mrzCharacters,
  mrzRepairs,
  documentCode,
  countryCode,
  nationalityCode,
  datesPossible,
  datesInOrder,
  notExpired,
  ageBounds,
  validityPeriod,
  numberFormat,
  nationalNumber,
  pageZoneSurname,
  pageZoneGivenNames,
  pageZoneDocumentNumber,
  pageZoneBirthDate,
  pageZoneExpiryDate,
  pageZoneSex,
  pageZoneNationality,
  pageBarcode,
  statedFields,
  frontBack,
  documentTypeHint,
  countryHint,
  colourCopy,
  compression,
  documentWhole,
  fieldsOverwritten,
  metadata,
  pictureExposure,
  pictureGlare,
  pictureResolution,
  pictureSharpness,
  pictureTilt,
  portraitPasted,
  portraitPresent,
  portraitSingle,
  portraitSize,
  recapture,
  seenBefore,
  zonePrint,
];
