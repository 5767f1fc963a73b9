import { expect, test } from "vitest";
import { maskDate, maskField, maskName, maskNumber } from "@/server/domain/privacy/mask";

test("a masked name keeps first letters and lengths only", () => {
  expect(maskName("ANNA MARIA")).toBe("A••• M••••");
  expect(maskName("O'Neill-Ḥasan")).toBe(`O${"•".repeat([..."O'Neill-Ḥasan"].length - 1)}`);
  expect(maskName("")).toBe("");
});

test("a short number is hidden whole and a long one keeps two characters", () => {
  expect(maskNumber("AB12")).toBe("••••");
  expect(maskNumber("L898902C3")).toBe("•••••••C3");
});

test("a masked birth date keeps the year", () => {
  expect(maskDate("1974-08-12")).toBe("1974-••-••");
});

test("what tells nothing about one person stays readable", () => {
  expect(maskField("issuing_country", "UTO")).toBe("UTO");
  expect(maskField("address", "1 Main Street")).toBe("•••");
});
