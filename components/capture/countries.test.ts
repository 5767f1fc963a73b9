import { expect, test } from "vitest";
import { guessCountry, listCountries } from "@/components/capture/countries";

test("countries stand in the order of the language, territories without documents of their own left out", () => {
  const german = listCountries("de");
  expect(german.slice(0, 2).map(({ name }) => name)).toEqual(["Afghanistan", "Ägypten"]);
  const codes = german.map(({ alpha3 }) => alpha3);
  expect(codes).toContain("HKG");
  expect(codes).not.toContain("PRI");
  expect(new Set(codes).size).toBe(codes.length);
});

test("the first language that names a country with documents is the guess", () => {
  expect(guessCountry(["en", "en-PR", "de-AT", "fr-FR"])).toBe("AUT");
  expect(guessCountry(["en"])).toBeUndefined();
});
