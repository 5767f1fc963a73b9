import { defineCheck, pass } from "../check";
import { compareNumbers } from "../check-kinds/page-zone-check";

export const frontBack = defineCheck({
  id: "front_back",
  title: "Front and back belong to one document",
  source: "House policy",
  severity: "serious",
  needs: ["both_sides", "page"],
  run({ page, both_sides: { front, back } }) {
    if (front.hash && front.hash === back.hash) {
      return { status: "fail", reason: "same_side_twice", message: "Front and back are the same picture." };
    }
    const number = page.get("document_number");
    const rest = [front, back].filter((side) => side.image !== number?.image);
    if (!number) return { status: "skipped", missing: ["page.document_number"] };
    const words = rest.flatMap((side) => side.lines.flatMap(({ text }) => text.toUpperCase().split(/\s+/)));
    const rival = words.find((word) => /\d{5}/.test(word) && compareNumbers(word, number.value) === "close");
    if (!rival) return pass();
    return {
      status: "warn",
      reason: "front_back_number_differs",
      message: `One side prints the number ${number.value}, the other ${rival}.`,
    };
  },
});
