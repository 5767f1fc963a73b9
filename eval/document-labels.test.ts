import { expect, test } from "vitest";
import { rightCountry, rightFields, rightTypes, sameValue } from "@/eval/document-labels";
import { editDistance } from "@/eval/statistics/edit-distance";

test("the edit distance counts insertions, deletions and substitutions", () => {
  expect(editDistance("kitten", "sitting")).toBe(3);
  expect(editDistance("", "abc")).toBe(3);
  expect(editDistance("abc", "abc")).toBe(0);
});

test("labels are compared by what the API answers: a German code, a state of a country, a kind without a right answer", () => {
  expect(rightCountry({ file: "x", country: "D" })).toBe("DEU");
  expect(rightCountry({ file: "x", country: "CAN-QC" })).toBe("CAN");
  expect(rightCountry({ file: "x", country: "fictional" })).toBeUndefined();
  expect(rightTypes({ file: "x", doc_type: "visa" })).toEqual(["other"]);
  expect(rightTypes({ file: "x", doc_type: "template" })).toBeUndefined();
});

test("fields of an inconsistent zone are not expected", () => {
  const label = { file: "x", mrz_fields: { surname: "DOE", sex: "<" }, mrz_consistent: true };
  expect(rightFields(label)).toEqual([["surname", "DOE"]]);
  expect(rightFields({ ...label, mrz_consistent: false })).toEqual([]);
});

test("values agree whatever the century, accents and punctuation; a missing one never agrees", () => {
  expect(sameValue("birth_date", "820512", "1982-05-12")).toBe(true);
  expect(sameValue("birth_date", "820512", "1982-05-13")).toBe(false);
  expect(sameValue("surname", "O'Brien", "O BRIEN")).toBe(true);
  expect(sameValue("surname", "DOE", undefined)).toBe(false);
});
