import { expect, test } from "vitest";
import { accentOf, Branding } from "@/server/domain/capture/branding";

test("a tenant's colour gives its hue and colourfulness", () => {
  expect(accentOf("#ff0000")).toEqual({ hue: 29, chroma: 1 });
  expect(accentOf("#00ff00").hue).toBe(142);
  expect(accentOf("#0000ff").hue).toBe(264);
  expect(accentOf("#808080").chroma).toBe(0);
});

test("what is not a colour, an origin or a picture in the page is left out", () => {
  expect(Branding.parse({ accent: "red", logo: "https://elsewhere.example/logo.png", frame_ancestors: ["*"] })).toEqual(
    {
      frame_ancestors: [],
    },
  );
  const good = { accent: "#112233", frame_ancestors: ["https://shop.example", "http://localhost:4000"] };
  expect(Branding.parse(good)).toEqual(good);
});
