// biome-ignore format: a table is read by rows of neighbouring letters
/** Greek letters by ELOT 743, the table Greece and Cyprus print their names with, the recommended first. */
export const GREEK: Readonly<Record<string, readonly string[]>> = {
  Α: ["A"], Ά: ["A"], Β: ["V"], Γ: ["G", "N"], Δ: ["D"], Ε: ["E"], Έ: ["E"], Ζ: ["Z"], Η: ["I"], Ή: ["I"], Θ: ["TH"],
  Ι: ["I"], Ί: ["I"], Ϊ: ["I"], Κ: ["K"], Λ: ["L"], Μ: ["M"], Ν: ["N"], Ξ: ["X"], Ο: ["O"], Ό: ["O"], Π: ["P"],
  Ρ: ["R"], Σ: ["S"], Τ: ["T"], Υ: ["Y", "U", "V", "F"], Ύ: ["Y", "U"], Ϋ: ["Y"], Φ: ["F"], Χ: ["CH"], Ψ: ["PS"],
  Ω: ["O"], Ώ: ["O"],
};
