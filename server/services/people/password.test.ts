import { expect, test } from "vitest";
import { hashPassword, passwordMatches } from "@/server/services/people/password";

test("only the password that was hashed matches", async () => {
  const stored = await hashPassword("correct horse");
  expect(await passwordMatches("correct horse", stored)).toBe(true);
  expect(await passwordMatches("correct horse ", stored)).toBe(false);
});

test("two hashes of one password differ", async () => {
  expect(await hashPassword("a")).not.toBe(await hashPassword("a"));
});

test("a stored value of another form matches nothing", async () => {
  expect(await passwordMatches("a", "")).toBe(false);
  expect(await passwordMatches("", "plain$text")).toBe(false);
});
