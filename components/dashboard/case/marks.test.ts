import { expect, it } from "vitest";
import { marksOf } from "./marks";

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
