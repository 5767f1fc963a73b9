// biome-ignore format: a table is read by rows of neighbouring letters
/** Arabic letters and their transliterations by ICAO Doc 9303-3, 6.C: X opens an escape for what Latin lacks. */
export const ARABIC: Readonly<Record<string, readonly string[]>> = {
  ء: ["XE"], آ: ["XAA"], أ: ["XAE"], ؤ: ["U"], إ: ["I"], ئ: ["XI"], ا: ["A"], ب: ["B"], ة: ["XTA", "XAH"], ت: ["T"],
  ث: ["XTH"], ج: ["J"], ح: ["XH"], خ: ["XKH"], د: ["D"], ذ: ["XDH"], ر: ["R"], ز: ["Z"], س: ["S"], ش: ["XSH"],
  ص: ["XSS"], ض: ["XDZ"], ط: ["XTT"], ظ: ["XZZ"], ع: ["E"], غ: ["G"], ـ: [""], ف: ["F"], ق: ["Q"], ك: ["K"],
  ل: ["L"], م: ["M"], ن: ["N"], ه: ["H"], و: ["W"], ى: ["XAY"], ي: ["Y"], پ: ["P"], چ: ["XC"], ژ: ["XJ"],
  ک: ["XKK", "K"], گ: ["XGG"], ی: ["XYA", "Y"],
};
