import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { MESSAGES } from "@/components/capture/messages";
import { CAPTURE_LOCALES } from "@/server/domain/capture/locales";

const marks = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort().join();

it("every file of messages is offered, and every language offered has its file", () => {
  const files = readdirSync(__dirname).filter((file) => file.endsWith(".json"));
  expect(files.map((file) => file.replace(".json", "")).sort()).toEqual(Object.keys(CAPTURE_LOCALES).sort());
});

describe.each(Object.entries(MESSAGES))("in %s", (_locale, messages) => {
  it("each text is there, none is empty, and each keeps the marks of the English one", () => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(MESSAGES.en).sort());
    for (const [key, text] of Object.entries(messages)) {
      expect(text.trim(), key).not.toBe("");
      expect(marks(text), key).toBe(marks(MESSAGES.en[key as keyof typeof MESSAGES.en]));
    }
  });

  it("nothing is shouted", () => {
    for (const [key, text] of Object.entries(messages)) expect(text, key).not.toMatch(/[!¡！]/);
  });
});
