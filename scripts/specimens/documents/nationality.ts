import type { Papers } from "./papers";

/**
 * Passports and identity cards are for one's own: their holder is of the issuing state. Others keep their nationality.
 */
export function nationalityOf({ kind, issuer, person }: Papers): { readonly code: string; readonly printed: string } {
  const own = kind === "passport" || kind === "id-card" || kind === "id-card-td2";
  if (own) return { code: issuer.code, printed: issuer.nationalities[person.sex === "F" ? 1 : 0] };
  return { code: person.nationality, printed: person.nationality };
}
