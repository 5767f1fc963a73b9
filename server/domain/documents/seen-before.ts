import type { DocumentFields } from "@/server/contract/fields";
import { compareNames } from "../names/compare-names";
import type { ForgerySignal } from "./evidence";

/** Whether a document was presented before under another name. Pure: services find the earlier sightings. */

/** By whom a document is held, as it was read. */
export interface Holder {
  readonly name: string;
  /** ISO, or parts of it. */
  readonly birth_date?: string;
}

/** An earlier verification of the same tenant with the same number, or with nearly the same picture. */
export interface Sighting {
  readonly by: "number" | "picture";
  /** Bits in which the pictures' hashes differ. */
  readonly distance: number;
  readonly holder: Holder;
}

/**
 * Hashes of page and portrait, 192 bits, that differ in no more are one picture or a copy of it. Drawn documents of one
 * issuer and different people differed in 16 and more; a document photographed anew does as well, and is known by its
 * number instead.
 */
export const SAME_PICTURE_BITS = 8;
/** Less alike are two names, not one read twice. */
const ALIKE = 0.7;

/** Undefined where no name was read: then nothing can be said. */
export function holderOf(fields: DocumentFields): Holder | undefined {
  const name = [fields.given_names, fields.surname].filter(Boolean).join(" ") || fields.full_name;
  return name ? { name, birth_date: fields.birth_date } : undefined;
}

/**
 * The same person showing the same document again is no sign of anything. Another name or date of birth on the same
 * number, or on the same picture, is.
 */
export function judgeSightings(holder: Holder, sightings: readonly Sighting[]): ForgerySignal {
  const base = { id: "seen_before", image: "front" } as const;
  const others = sightings.filter((one) => isAnother(holder, one.holder));
  if (others.some(({ by }) => by === "number")) {
    return { ...base, strength: 0.95, note: "Its number was presented before under another name or date of birth." };
  }
  const nearest = Math.min(...others.map(({ distance }) => distance));
  if (nearest > SAME_PICTURE_BITS) return { ...base, strength: 0 };
  const note = `Nearly the same picture (${nearest} of 192 bits differ) was presented before under another name.`;
  return { ...base, strength: 0.9 - (0.3 * nearest) / SAME_PICTURE_BITS, note };
}

function isAnother(a: Holder, b: Holder): boolean {
  const dated = a.birth_date?.length === 10 && b.birth_date?.length === 10;
  if (dated && a.birth_date !== b.birth_date) return true;
  const likeness = Math.max(
    compareNames(a.name, lettersOf(b.name)).similarity,
    compareNames(b.name, lettersOf(a.name)).similarity,
  );
  return likeness < ALIKE;
}

/** A name as a zone would write it, near enough for comparison. */
const lettersOf = (name: string) =>
  name
    .normalize("NFD")
    .toUpperCase()
    .replace(/[^A-Z]+/g, " ")
    .trim();
