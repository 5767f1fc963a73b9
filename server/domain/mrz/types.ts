/** The machine-readable zone as ICAO Doc 9303 parts 3–7 and the issuers outside it define it. Pure data. */

/** Zone layouts, by the names that published vectors use. */
export type MrzFormatId =
  | "TD1"
  | "TD2"
  | "TD3"
  | "MRVA"
  | "MRVB"
  | "FRENCH_NATIONAL_ID"
  | "FRENCH_DRIVING_LICENSE"
  | "SWISS_DRIVING_LICENSE";

export type MrzFieldName =
  | "document_code"
  | "issuing_state"
  | "surname"
  | "given_names"
  | "document_number"
  | "nationality"
  | "birth_date"
  | "sex"
  | "expiry_date"
  | "issue_date"
  | "personal_number"
  | "optional1"
  | "optional2"
  | "optional"
  | "office"
  | "department"
  | "serial_number"
  | "language"
  | "version";

/** What stands in a run of positions; it decides the alphabet and how the run is read. */
export type MrzFieldKind =
  | "document_code"
  | "state"
  | "names"
  | "surname"
  | "given_names"
  | "number"
  | "text"
  | "digits"
  | "date"
  | "issue_month"
  | "sex";

/** Line and columns count from 0; `end` is exclusive. */
export interface MrzRange {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

export interface MrzFieldSpec extends MrzRange {
  /** `surname` for the shared names field: it yields `surname` and `given_names`. */
  readonly name: MrzFieldName;
  readonly kind: MrzFieldKind;
}

export type MrzCheckId = "document_number" | "birth_date" | "expiry_date" | "personal_number" | "composite";

export interface MrzCheckSpec {
  readonly id: MrzCheckId;
  /** Where the digit is printed. */
  readonly digit: { readonly line: number; readonly column: number };
  /** What it is computed over, in order. */
  readonly over: readonly MrzRange[];
  /** Part 4, 4.2.2.2 note j: the digit of an empty personal number may be printed as `<`. */
  readonly fillerForZero?: boolean;
  /** Parts 5 and 6, note j: where a number longer than nine characters goes on. */
  readonly continuation?: MrzRange;
}

export interface MrzFormat {
  readonly id: MrzFormatId;
  readonly title: string;
  /** The clause that defines the layout. */
  readonly source: string;
  /** Characters of each line. */
  readonly lengths: readonly number[];
  readonly fields: readonly MrzFieldSpec[];
  readonly checks: readonly MrzCheckSpec[];
  /** Furthest an expiry date lies ahead on such a document, years; settles its century. */
  readonly expiryHorizon_years: number;
  /** Whether lines of the right number and lengths can be this format. */
  readonly accepts: (lines: readonly string[]) => boolean;
}

export interface MrzField {
  readonly name: MrzFieldName;
  /** The characters as they stand in the zone, filler included. */
  readonly raw: string;
  /** For people: filler gone, dates as ISO 8601 as far as they are known (`1974`, `1974-08`, `1974-08-12`). */
  readonly value: string;
  /** Every run of positions the value was read from; a long document number has two. */
  readonly ranges: readonly MrzRange[];
}

export interface MrzCheck {
  readonly id: MrzCheckId;
  readonly valid: boolean;
  /** The character printed as the digit. */
  readonly printed: string;
  /** The digit that the covered characters give, `0`–`9`. */
  readonly computed: string;
  readonly range: MrzRange;
  readonly over: readonly MrzRange[];
  /** Belgian cards only: whether position 15 entered the weighting. */
  readonly rule?: "without_separator" | "with_separator";
}

export type MrzFindingCode =
  | "unknown_format"
  | "illegal_character"
  | "character_class"
  | "check_digit"
  | "filler_check_digit"
  | "impossible_date"
  | "incomplete_date"
  | "unknown_date"
  | "sex_printed_x"
  | "names_truncated"
  | "names_empty"
  | "long_document_number"
  | "belgian_separator_rule"
  | "ambiguous_repair";

export interface MrzFinding {
  readonly code: MrzFindingCode;
  /** `error` takes the zone's validity away; the others are worth knowing. */
  readonly severity: "error" | "warning" | "note";
  readonly field?: MrzFieldName | MrzCheckId;
  readonly range?: MrzRange;
  readonly message: string;
}

export interface MrzRepair {
  readonly line: number;
  readonly column: number;
  readonly from: string;
  readonly to: string;
  /** The check digit that the repair makes hold. */
  readonly check: MrzCheckId;
}

/** A calendar date of which parts may be unknown; `iso` is null where the year is. */
export interface MrzDate {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly iso: string | null;
}

export interface ParsedMrz {
  readonly format: MrzFormatId | null;
  /** The lines the fields were read from: as given, upper positions repaired where `repairs` says so. */
  readonly lines: readonly string[];
  readonly fields: Readonly<Partial<Record<MrzFieldName, MrzField>>>;
  readonly checks: readonly MrzCheck[];
  /**
   * Every check digit holds, there is at least one, and every character is legal where it stands.
   * Says nothing about dates, codes or the document behind it.
   */
  readonly valid: boolean;
  /** The last position of the names holds a letter: names must be compared by prefix (part 3, 4.2.3). */
  readonly namesTruncated: boolean;
  readonly findings: readonly MrzFinding[];
  readonly repairs: readonly MrzRepair[];
}

export interface ParseMrzOptions {
  /** ISO date of the day of reading: settles centuries. */
  readonly today: string;
  /**
   * Undo look-alike misreadings where one, and only one, makes a check digit hold. Off: the zone is taken as printed.
   */
  readonly repair?: boolean;
}
