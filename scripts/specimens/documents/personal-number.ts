import type { Person } from "../face/person";
import type { Random } from "../random";

/**
 * Personal numbers whose own digits hold, from ranges in which nobody has one: Sweden's and the Netherlands' test
 * numbers, a century of birth that is over in Poland, the top of Spain's range. Elsewhere nine figures of no country's
 * scheme.
 */
const SCHEMES: Readonly<Record<string, (person: Person, random: Random) => string>> = {
  SWE: ({ birthDate }, random) => {
    const nine = `${birthDate.slice(2).replaceAll("-", "")}${random.integer(980, 999)}`;
    return `${birthDate.slice(0, 2)}${nine}${luhn(nine)}`;
  },
  POL: ({ birthDate }, random) => {
    const month = String(Number(birthDate.slice(5, 7)) + 80);
    const ten = `${birthDate.slice(2, 4)}${month}${birthDate.slice(8)}${random.integer(1000, 9999)}`;
    return ten + ((10 - (weighted(ten, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10);
  },
  NLD: (_, random) => {
    for (;;) {
      const eight = `99999${random.integer(100, 999)}`;
      const last = weighted(eight, [9, 8, 7, 6, 5, 4, 3, 2]) % 11;
      if (last < 10) return eight + last;
    }
  },
  ESP: (_, random) => {
    const number = random.integer(99_990_000, 99_999_999);
    return `${number}${"TRWAGMYFPDXBNJZSQVHLCKE"[number % 23]}`;
  },
};

export function personalNumberOf(issuer: string, person: Person, random: Random): string {
  const plain = () => `${person.birthDate.slice(2).replaceAll("-", "")}${random.integer(100, 999)}`;
  return SCHEMES[issuer]?.(person, random) ?? plain();
}

const weighted = (digits: string, weights: readonly number[]) =>
  weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0);

/** ISO/IEC 7812-1 annex B. */
function luhn(digits: string): number {
  const sum = [...digits].reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return (10 - (sum % 10)) % 10;
}
