import { expect, test } from "vitest";
import { accentOf, Branding } from "@/server/domain/capture/branding";
import { CAPTURE_LOCALES } from "@/server/domain/capture/locales";

test("a tenant's colour gives its hue and colourfulness", () => {
  expect(accentOf("#ff0000")).toEqual({ hue: 29, chroma: 1 });
  expect(accentOf("#00ff00").hue).toBe(142);
  expect(accentOf("#0000ff").hue).toBe(264);
  expect(accentOf("#808080").chroma).toBe(0);
});

test("what is not a colour, an origin or a picture in the page is left out", () => {
  const bad = { accent: "red", logo: "https://elsewhere.example/logo.png", frame_ancestors: ["*"], languages: ["xx"] };
  const all = Object.keys(CAPTURE_LOCALES);
  expect(Branding.parse(bad)).toEqual({ frame_ancestors: [], languages: all });
  const origins = ["https://shop.example", "http://localhost:4000"];
  const good = { accent: "#112233", frame_ancestors: origins, languages: ["fr", "en"] };
  expect(Branding.parse(good)).toEqual(good);
});
