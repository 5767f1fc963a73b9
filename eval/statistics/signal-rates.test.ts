import { describe, expect, it } from "vitest";
import { type SignalledPicture, signalLines, signalRates, wilson } from "@/eval/statistics/signal-rates";

const picture = (file: string, forged: boolean, strength: number): SignalledPicture => ({
  file,
  forged,
  genuine: !forged,
  evidence: {
    sides: [
      { image: "front", width: 9, height: 9, lines: [], forgery: [{ id: "uneven_zone", image: "front", strength }] },
    ],
    barcodes: [],
    models: [],
  },
  checks: [{ name: "zone_print", status: strength > 0.5 ? "warn" : "pass", reason: "uneven_zone" }],
});

describe("rates of signals", () => {
  const rates = signalRates([picture("a", false, 0), picture("b", false, 0.6), picture("c", true, 0.9)]);

  it("count false alarms among the genuine on which a signal could be measured, and what the forged raise", () => {
    expect(rates.signals).toEqual([
      { signal: "uneven_zone", measured: 2, alarms: 1, interval: wilson(1, 2), forged: 1, raised: 1 },
    ]);
    expect(rates.forged).toEqual([{ file: "c", raised: ["uneven_zone"] }]);
    expect(signalLines(rates).join("\n")).toContain("1 of 2");
  });

  it("carry Wilson's interval, which is honest about few pictures", () => {
    expect(wilson(0, 44)).toEqual([0, 0.0803]);
    expect(wilson(5, 100)[0]).toBeCloseTo(0.0215, 3);
    expect(wilson(0, 0)).toEqual([0, 1]);
  });
});
