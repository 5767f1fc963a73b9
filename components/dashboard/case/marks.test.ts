import { expect, it } from "vitest";
import { cutAround, marksOf } from "./marks";

it("numbers what failed before what warned, and only what has a place", () => {
  const quad: [number, number][] = [
    [0, 0],
    [9, 0],
    [9, 9],
    [0, 9],
  ];
  const place = { image: "front" as const, quad };
  const marks = marksOf([
    { name: "zone_print", status: "warn", place },
    { name: "recapture", status: "pass", place },
    { name: "portrait_pasted", status: "fail", place },
    { name: "not_expired", status: "fail" },
  ]);
  expect(marks.map(({ number, check }) => [number, check])).toEqual([
    [1, "portrait_pasted"],
    [2, "zone_print"],
  ]);
});

it("what is cut out holds the place with something around it, and never leaves the picture", () => {
  const picture = { width: 1000, height: 600 };
  const quad = [
    [400, 300],
    [600, 300],
    [600, 340],
    [400, 340],
  ] as const;
  expect(cutAround(quad, picture)).toEqual({ x: 300, y: 276, width: 400, height: 88 });
  const corner = quad.map(([x, y]) => [x + 390, y + 250] as const);
  const cut = cutAround(corner, picture);
  expect([cut.x + cut.width, cut.y + cut.height]).toEqual([1000, 600]);
});
