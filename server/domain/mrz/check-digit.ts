/**
 * Check digits of ICAO Doc 9303-3, 4.9: weights 7, 3, 1; `<` is 0, digits are themselves, A is 10 … Z is 35; modulo 10.
 */

const WEIGHTS = [7, 3, 1] as const;

/** The character's number, 0–35, or -1 where it has none. */
export function characterValue(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  if (code >= 65 && code <= 90) return code - 55;
  return code === 60 ? 0 : -1;
}

/** The digit `0`–`9` for a run of zone characters; characters outside the alphabet count as 0. */
export function checkDigit(text: string): string {
  let sum = 0;
  for (let i = 0; i < text.length; i++) {
    const value = characterValue(text.charCodeAt(i));
    if (value > 0) sum += value * WEIGHTS[i % 3];
  }
  return String.fromCharCode(48 + (sum % 10));
}
