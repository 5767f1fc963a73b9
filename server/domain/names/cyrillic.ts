// biome-ignore format: a table is read by rows of neighbouring letters
/**
 * Cyrillic characters and their transliterations by ICAO Doc 9303-3, 6.B, with its exceptions for Belarusian,
 * Bulgarian, Macedonian, Serbian and Ukrainian, the recommended first.
 */
export const CYRILLIC: Readonly<Record<string, readonly string[]>> = {
  А: ["A"], Б: ["B"], В: ["V"], Г: ["G", "H"], Ґ: ["G"], Д: ["D"], Ђ: ["D", "DJ"], Ѓ: ["G", "GJ"], Е: ["E", "YE"],
  Ё: ["E", "IO", "YO"], Є: ["IE", "YE"], Ж: ["ZH", "Z"], З: ["Z"], Ѕ: ["DZ"], И: ["I", "Y"], Ѝ: ["I"], І: ["I"],
  Ї: ["I", "YI"], Й: ["I", "Y"], Ј: ["J"], К: ["K"], Л: ["L"], Љ: ["LJ"], М: ["M"], Н: ["N"], Њ: ["NJ"], О: ["O"],
  П: ["P"], Р: ["R"], С: ["S"], Т: ["T"], Ћ: ["C"], Ќ: ["K", "KJ"], У: ["U"], Ў: ["U"], Ф: ["F"], Х: ["KH", "H"],
  Ц: ["TS", "C"], Ч: ["CH", "C"], Џ: ["DZ"], Ш: ["SH", "S"], Щ: ["SHCH", "SHT"], Ъ: ["IE", "A", ""], Ы: ["Y"],
  Ь: ["", "Y"], Э: ["E"], Ю: ["IU", "YU"], Я: ["IA", "YA"],
};
