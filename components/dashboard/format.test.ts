import { expect, test } from "vitest";
import { count, duration, words } from "@/components/dashboard/format";

test("a duration is written in the unit a person would choose", () => {
  expect(duration(null)).toBe("–");
  expect(duration(428.4)).toBe("428 ms");
  expect(duration(1_430)).toBe("1.4 s");
  expect(duration(180_000)).toBe("3 min");
});

test("wire names become words and numbers are grouped", () => {
  expect(words("residence_permit")).toBe("Residence permit");
  expect(words("mrz_checksum")).toBe("MRZ checksum");
  expect(words("id_card")).toBe("ID card");
  expect(count(50_000)).toBe("50,000");
});
