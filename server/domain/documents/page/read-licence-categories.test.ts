import { describe, expect, it } from "vitest";
import { line } from "../testing/drawn-evidence";
import { placeLine } from "./line-geometry";
import { readLicenceCategories } from "./read-licence-categories";
import { readNumberedFields } from "./read-numbered-fields";

const place = (...lines: ReturnType<typeof line>[]) => lines.map((one) => placeLine(one));
const today = "2026-01-15";

describe("a licence's table of categories", () => {
  it("gives the dates of the categories that are held, and no others", () => {
    const table = place(
      line("AM", 100, 100),
      line("—", 200, 100),
      line("B", 100, 130),
      line("12.08.2024", 200, 131),
      line("11.08.2039", 340, 129),
      line("BE 12.08.2024 11.08.2039", 100, 160),
      line("A", 100, 190),
      line("01.02.03", 200, 190),
    );
    expect(readLicenceCategories(table, today)).toEqual([
      { category: "B", valid_from: "2024-08-12", valid_until: "2039-08-11" },
      { category: "BE", valid_from: "2024-08-12", valid_until: "2039-08-11" },
      { category: "A", valid_from: "2003-02-01" },
    ]);
  });

  it("takes a lone date to come for an expiry", () => {
    expect(readLicenceCategories(place(line("C1", 100, 100), line("01.02.2031", 200, 100)), today)).toEqual([
      { category: "C1", valid_until: "2031-02-01" },
    ]);
  });

  it("is empty where words only begin like a category", () => {
    expect(
      readLicenceCategories(place(line("BERLIN 12.08.2024", 100, 100), line("Date 12.08.2024", 100, 130)), today),
    ).toEqual([]);
  });
});

describe("a licence's address", () => {
  it("goes on below its number until the next numbered field", () => {
    const page = place(
      line("1 SMITH", 100, 60),
      line("4a 12.08.2024", 100, 90),
      line("4b 11.08.2039", 100, 120),
      line("8 12 HARBOUR STREET", 100, 150),
      line("RICHMOND, VA 23000", 120, 175),
      line("9 D", 100, 200),
    );
    const read = readNumberedFields(page, "front", { today, monthFirst: false }, true);
    expect(read.find(({ field }) => field === "address")?.value).toBe("12 HARBOUR STREET, RICHMOND, VA 23000");
  });
});
