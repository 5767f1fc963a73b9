import { foldText } from "../../countries/fold-text";

/** Nationalities as pages print them, where they are not the country's name: by alpha-3 code. */
const DEMONYMS: Readonly<Record<string, string>> = {
  ALB: "albanian shqiptare shqiptar",
  ARG: "argentina argentino argentine",
  AUS: "australian",
  AUT: "austrian osterreich",
  AZE: "azerbaijan azerbaycan azerbaijani",
  BEL: "belgian belge belg belgisch",
  BGR: "bulgarian",
  BRA: "brazilian brasileira brasileiro",
  CAN: "canadian canadienne",
  CHE: "swiss schweiz suisse svizzera",
  CHL: "chilena chileno chilean",
  CHN: "chinese",
  CIV: "ivoirienne ivoirien ivorian",
  COL: "colombiana colombiano colombian",
  CZE: "czech",
  DEU: "deutsch german allemande",
  DNK: "danish dansk danoise",
  ESP: "espanola espanol spanish",
  EST: "estonian eesti",
  FIN: "finnish suomalainen finsk",
  FRA: "francaise francais french",
  GBR: "british citizen british britannique",
  GRC: "hellenic greek",
  HRV: "croatian hrvatsko",
  HUN: "hungarian magyar",
  IND: "indian",
  IRL: "irish eireannach",
  ISL: "icelandic islensk",
  ISR: "israeli",
  ITA: "italiana italiano italian",
  JPN: "japanese",
  KOR: "korean",
  LIE: "liechtenstein",
  LTU: "lithuanian lietuvos",
  LUX: "luxembourgeoise luxembourgeois luxemburgisch",
  LVA: "latvian latvijas",
  MAR: "marocaine marocain moroccan",
  MCO: "monegasque",
  MEX: "mexicana mexicano mexican",
  MYS: "malaysian",
  NLD: "nederlandse dutch neerlandaise",
  NOR: "norwegian norsk",
  NZL: "new zealander",
  PAK: "pakistani",
  PER: "peruana peruano",
  PHL: "filipino",
  POL: "polish polskie polska",
  PRT: "portuguesa portugues portuguese",
  ROU: "romanian romana roumaine",
  RUS: "russian",
  SEN: "senegalaise senegalais",
  SRB: "serbian srpsko",
  SVK: "slovak slovenska",
  SVN: "slovenian slovensko",
  SWE: "swedish svensk suedoise",
  THA: "thai",
  TUN: "tunisienne tunisien",
  TUR: "turkish turk t c",
  UKR: "ukrainian",
  USA: "american",
  UTO: "utopian utopienne utopiana utopia",
  ZAF: "south african",
};

const byWord = new Map<string, string>();
for (const [code, words] of Object.entries(DEMONYMS)) {
  for (const word of words.split(" ")) if (word.length > 3) byWord.set(foldText(word), code);
}

/** The nationality that a printed adjective names, or null. */
export function nationalityOfWord(text: string): string | null {
  for (const word of foldText(text).split(" ")) {
    const code = byWord.get(word);
    if (code) return code;
  }
  return null;
}
