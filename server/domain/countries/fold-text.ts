/** Printed text made comparable: capitals, no accents, single blanks, punctuation gone. Scripts stay as they are. */
export function foldText(text: string): string {
  return text
    .replace(/[ıİ]/g, "I")
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toUpperCase()
    .replace(/[ØŒÆÐĐŁÞß]/g, (letter) => FLAT[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

const FLAT: Readonly<Record<string, string>> = { Ø: "O", Œ: "OE", Æ: "AE", Ð: "D", Đ: "D", Ł: "L", Þ: "TH", ß: "SS" };
