import { expect, it } from "vitest";
import type { QuadPoints } from "@/server/domain/documents/evidence";
import { inSentPixels } from "./sent-pixels";

const quad: QuadPoints = [
  [10, 20],
  [30, 20],
  [30, 40],
  [10, 40],
];

it("a place on a picture that was shrunk for reading is told in pixels of the picture that was sent", () => {
  const seen = {
    side: {
      image: "front" as const,
      width: 960,
      height: 720,
      lines: [{ text: "A", confidence: 1, quad }],
      document: quad,
      quality: { sharpness: 1, glare: 0, glareQuads: [quad] },
      ghost: { quad },
      signature: { quad },
      portrait: { found: true, count: 1, size: 0.3, quad },
      forgery: [{ id: "uneven_zone", image: "front" as const, strength: 1, quad }],
    },
    zone: { image: "front" as const, lines: ["A"], confidence: 1, quads: [quad] },
    barcodes: [{ image: "front" as const, format: "PDF417", text: "", quad }],
  };
  const doubled = quad.map(([x, y]) => [2 * x, 2 * y]);
  const { side, zone, barcodes } = inSentPixels(seen, 0.5);
  expect([side.width, side.height]).toEqual([1920, 1440]);
  for (const place of [
    side.lines[0].quad,
    side.document,
    side.quality?.glareQuads?.[0],
    side.portrait?.quad,
    side.ghost?.quad,
    side.signature?.quad,
    side.forgery?.[0].quad,
    zone?.quads?.[0],
    barcodes[0].quad,
  ])
    expect(place).toEqual(doubled);
  expect(inSentPixels(seen, 1)).toBe(seen);
});
