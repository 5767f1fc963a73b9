import type { Profile } from "@/server/contract/fields";
import type { KyaCheck } from "@/server/contract/v1/kya";

/** What a telephone number is, as the numbering plans say. */
export interface PhoneFacts {
  /** Of a length that exists. */
  readonly possible: boolean;
  /** In a range that is in use. */
  readonly valid: boolean;
  /** ISO 3166 alpha-2, where the number tells it. */
  readonly country?: string;
  readonly kind?: string;
}

/** A profile with what was looked up about it; `unknown` where a look-up could not be made. */
export interface ProfileEvidence {
  readonly profile: Profile;
  readonly mailServer?: boolean | "unknown";
  readonly disposable?: boolean;
  readonly phone?: PhoneFacts;
  /** ISO 3166 alpha-2 of the address's country. */
  readonly ipCountry?: string | "unknown";
  /** From the document of the same verification, where there is one. */
  readonly document?: {
    readonly surname?: string;
    readonly givenNames?: string;
    /** ISO 3166 alpha-3 or ICAO codes. */
    readonly country?: string;
    readonly nationality?: string;
  };
}

/** One check of a profile; `skipped` where the profile does not hold what it looks at. */
export interface ProfileCheck {
  readonly name: KyaCheck["name"];
  run(evidence: ProfileEvidence): Omit<KyaCheck, "name">;
}
