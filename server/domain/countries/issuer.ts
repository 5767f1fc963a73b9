import type { DocumentType } from "@/server/contract/enums";
import type { MrzFieldName, MrzFormatId } from "../mrz/types";

/** What one country issues: data, one file each, from the official source it names. */

export interface IssuedDocument {
  readonly type: Exclude<DocumentType, "other">;
  /** Zones that such documents carry; empty where they carry none. */
  readonly zones: readonly MrzFormatId[];
  /** Pattern that every number of such documents matches, anchored, over the zone's characters without filler. */
  readonly number?: RegExp;
  /** Periods of validity in years, where the issuer publishes them. */
  readonly validity_years?: readonly number[];
  /** The card carries an AAMVA barcode. */
  readonly barcode?: "AAMVA";
}

export interface NationalNumber {
  readonly name: string;
  /** The validator's name in the national-number library, `country.number`. */
  readonly rule: string;
  /** Where the zone of which documents holds it. */
  readonly zone?: { readonly type: IssuedDocument["type"]; readonly field: MrzFieldName; readonly pattern: RegExp };
}

export interface IssuerData {
  /** ISO 3166 alpha-3, or the standard's own code. */
  readonly code: string;
  readonly title: string;
  /** Official source of the formats and numbers. */
  readonly source: string;
  readonly documents: readonly IssuedDocument[];
  readonly nationalNumbers?: readonly NationalNumber[];
  /** YYMMDD printed for “does not expire”. */
  readonly permanentExpiry?: string;
}
