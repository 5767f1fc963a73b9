/** The scripts other than Latin in which states write their documents, by ISO 15924 code, and what reads them. */

export interface NativeScript {
  readonly script: "Cyrl" | "Grek" | "Arab" | "Hans" | "Hant" | "Jpan" | "Kore" | "Thai" | "Deva";
  /** In English, for messages. */
  readonly name: string;
  /** A letter of the script. */
  readonly letter: RegExp;
  /** Code of Tesseract's data for the state's language. */
  readonly language: string;
}

const SCRIPTS = {
  Cyrl: { name: "Cyrillic", letter: /\p{Script=Cyrillic}/u },
  Grek: { name: "Greek", letter: /\p{Script=Greek}/u },
  Arab: { name: "Arabic", letter: /\p{Script=Arabic}/u },
  Hans: { name: "Chinese", letter: /\p{Script=Han}/u },
  Hant: { name: "Chinese", letter: /\p{Script=Han}/u },
  Jpan: { name: "Japanese", letter: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u },
  Kore: { name: "Korean", letter: /[\p{Script=Hangul}\p{Script=Han}]/u },
  Thai: { name: "Thai", letter: /\p{Script=Thai}/u },
  Deva: { name: "Devanagari", letter: /\p{Script=Devanagari}/u },
} as const satisfies Record<NativeScript["script"], Pick<NativeScript, "name" | "letter">>;

/** Script, Tesseract's code of the language, and the states (ISO 3166 alpha-3) whose documents are written in it. */
const STATES: readonly (readonly [NativeScript["script"], string, string])[] = [
  ["Cyrl", "rus", "RUS"],
  ["Cyrl", "bel", "BLR"],
  ["Cyrl", "ukr", "UKR"],
  ["Cyrl", "bul", "BGR"],
  ["Cyrl", "srp", "SRB"],
  ["Cyrl", "mkd", "MKD"],
  ["Cyrl", "kaz", "KAZ"],
  ["Cyrl", "kir", "KGZ"],
  ["Cyrl", "mon", "MNG"],
  ["Cyrl", "tgk", "TJK"],
  ["Grek", "ell", "GRC CYP"],
  ["Arab", "ara", "DZA BHR EGY IRQ JOR KWT LBN LBY MAR MRT OMN PSE QAT SAU SDN SYR TUN ARE YEM"],
  ["Arab", "fas", "IRN AFG"],
  ["Arab", "urd", "PAK"],
  ["Hans", "chi_sim", "CHN"],
  ["Hant", "chi_tra", "TWN HKG MAC"],
  ["Jpan", "jpn", "JPN"],
  ["Kore", "kor", "KOR PRK"],
  ["Thai", "tha", "THA"],
  ["Deva", "hin", "IND"],
  ["Deva", "nep", "NPL"],
];

const byState = new Map<string, NativeScript>();
for (const [script, language, states] of STATES) {
  for (const state of states.split(" ")) byState.set(state, { script, language, ...SCRIPTS[script] });
}

/** The script beside Latin of a state's documents; undefined where it writes in Latin letters alone or is not known. */
export function nativeScriptOf(state: string): NativeScript | undefined {
  return byState.get(state);
}

/** Whether most letters of a text are of the script. */
export function isWrittenIn(script: NativeScript, text: string): boolean {
  const letters = [...text].filter((character) => /\p{L}|\p{M}/u.test(character));
  const own = letters.filter((character) => script.letter.test(character) || /\p{M}/u.test(character));
  return own.length >= 2 && own.length * 2 >= letters.length;
}
