import { expect, test } from "vitest";
import { chooseLocale, directionOf, offerAlso } from "@/server/domain/capture/locales";

test("the person's choice beats the session's locale, which beats the browser's languages", () => {
  expect(chooseLocale(["fr", "de", "es"])).toBe("fr");
  expect(chooseLocale([undefined, "de-CH", "es"])).toBe("de");
  expect(chooseLocale([null, null, "nl, pt-BR;q=0.8, fr;q=0.9"])).toBe("fr");
});

test("what is not offered falls back to English", () => {
  expect(chooseLocale(["xx", undefined, "nl;q=0.4, fr;q=0"])).toBe("en");
  expect(chooseLocale(["__proto__", "constructor"])).toBe("en");
});

test("Arabic runs from right to left", () => {
  expect(directionOf("ar")).toBe("rtl");
  expect(directionOf("fr")).toBe("ltr");
});

test("a tenant that offers few languages is answered in one of them", () => {
  expect(chooseLocale(["fr"], ["en", "fr"])).toBe("fr");
  expect(chooseLocale(["de", "es-MX"], ["en", "fr"])).toBe("en");
  expect(chooseLocale(["de"], ["pt", "fr"])).toBe("pt");
});

test("a session's own language is offered beside the tenant's", () => {
  expect(offerAlso(["en", "fr"], "ar-EG")).toEqual(["en", "fr", "ar"]);
  expect(offerAlso(["en", "fr"], "FR")).toEqual(["en", "fr"]);
  expect(offerAlso(["en"], "xx")).toEqual(["en"]);
  expect(offerAlso(["en"], null)).toEqual(["en"]);
});
