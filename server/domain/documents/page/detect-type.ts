import type { DocumentType } from "@/server/contract/enums";
import { squash } from "./squash-text";

/** Document types by the titles that issuers print, in their languages. */

const TITLES: readonly (readonly [Exclude<DocumentType, "other"> | "visa" | "not_identity", string])[] = [
  [
    "passport",
    "PASSPORT|PASSEPORT|REISEPASS|PASAPORTE|PASSAPORTO|PASSAPORTE|PASPOORT|PASS|PASZPORT|CESTOVNI PAS|CESTOVNY PAS|PUTOVNICA|PASOS|POTNI LIST|UTLEVEL|PASAPORT|PASSI|PAS|VEGABREF|PASSIPORT|PASE|PASAPORTI|PASHAPORTE|ПАСПОРТ|ПАСОШ|ΔΙΑΒΑΤΗΡΙΟ|ΔΙΑΒΑΤΉΡΙΟ|PASAPORTU|PASAPORTLAR|PASPORT|PASPOR|HO CHIEU|PASA|PASES|护照|護照|旅券|여권|جواز سفر|הוינ דרכון|หนังสือเดินทาง",
  ],
  [
    "id_card",
    "IDENTITY CARD|NATIONAL IDENTITY CARD|ID CARD|IDENTIFICATION CARD|NATIONAL ID|CARTE D IDENTITE|CARTE NATIONALE D IDENTITE|CARTE D IDENTITE NATIONALE|PERSONALAUSWEIS|IDENTITATSKARTE|DOCUMENTO NACIONAL DE IDENTIDAD|CEDULA DE IDENTIDAD|CEDULA DE CIUDADANIA|CARTA D IDENTITA|CARTA DI IDENTITA|CARTAO DE CIDADAO|BILHETE DE IDENTIDADE|CARTEIRA DE IDENTIDADE|IDENTITEITSKAART|NEDERLANDSE IDENTITEITSKAART|IDENTITETSKORT|NATIONELLT IDENTITETSKORT|IDENTITETSKORTET|HENKILOKORTTI|ISIKUTUNNISTUS|PERSONAS APLIECIBA|ASMENS TAPATYBES KORTELE|DOWOD OSOBISTY|OBCANSKY PRUKAZ|OBCIANSKY PREUKAZ|OSOBNA ISKAZNICA|LICNA KARTA|OSEBNA IZKAZNICA|SZEMELYAZONOSITO IGAZOLVANY|SZEMELYI IGAZOLVANY|CARTE DE IDENTITATE|BULETIN DE IDENTITATE|KIMLIK KARTI|LETERNJOFTIM|LETER NJOFTIMI|NAFNSKIRTEINI|CARTA D IDENTITAT|SEXSIYYET VESIQESI|ŞEXSIYYET VESIQESI|УДОСТОВЕРЕНИЕ ЛИЧНОСТИ|ЛИЧНА КАРТА|ЛИЧНА КАРТИЦА|ПОСВІДЧЕННЯ ОСОБИ|ΔΕΛΤΙΟ ΤΑΥΤΟΤΗΤΑΣ|MYKAD|KARTU TANDA PENDUDUK|CAN CUOC CONG DAN|CREDENCIAL PARA VOTAR|居民身份证|身份證|身分證|주민등록증|BILHETE DE IDENTIDADE DE RESIDENTE",
  ],
  [
    "driver_license",
    "DRIVING LICENCE|DRIVER LICENSE|DRIVER S LICENSE|DRIVERS LICENSE|DRIVERS LICENCE|DRIVER LICENCE|DRIVER S LICENCE|DRIVING LICENSE|PERMIS DE CONDUIRE|FUHRERSCHEIN|PERMISO DE CONDUCCION|LICENCIA DE CONDUCIR|LICENCIA DE CONDUCCION|PATENTE DI GUIDA|CARTA DE CONDUCAO|CARTEIRA NACIONAL DE HABILITACAO|RIJBEWIJS|KORKORT|KOREKORT|FORERKORT|AJOKORTTI|JUHILUBA|VADITAJA APLIECIBA|VAIRUOTOJO PAZYMEJIMAS|PRAWO JAZDY|RIDICSKY PRUKAZ|VODICSKY PREUKAZ|VOZACKA DOZVOLA|VOZNISKO DOVOLJENJE|VEZETOI ENGEDELY|PERMIS DE CONDUCERE|SURUCU BELGESI|OKUSKIRTEINI|CEADUNAS TIOMANA|LEJE DREJTIMI|ВОДИТЕЛЬСКОЕ УДОСТОВЕРЕНИЕ|ПОСВІДЧЕННЯ ВОДІЯ|СВИДЕТЕЛСТВО ЗА УПРАВЛЕНИЕ|ВОЗАЧКА ДОЗВОЛА|ΑΔΕΙΑ ΟΔΗΓΗΣΗΣ|运转免许证|運転免許証|驾驶证|운전면허증|COMMERCIAL DRIVER|LIC DE CONDUCIR",
  ],
  [
    "residence_permit",
    "RESIDENCE PERMIT|PERMANENT RESIDENT|RESIDENT CARD|PERMANENT RESIDENT CARD|TITRE DE SEJOUR|CARTE DE SEJOUR|CARTE DE RESIDENT|AUFENTHALTSTITEL|AUFENTHALTSERLAUBNIS|NIEDERLASSUNGSERLAUBNIS|PERMISO DE RESIDENCIA|PERMESSO DI SOGGIORNO|TITULO DE RESIDENCIA|AUTORIZACAO DE RESIDENCIA|VERBLIJFSTITEL|VERBLIJFSDOCUMENT|VERBLIJFSVERGUNNING|UPPEHALLSTILLSTAND|OPHOLDSTILLADELSE|OPPHOLDSTILLATELSE|OLESKELULUPA|ELAMISLUBA|UZTURESANAS ATLAUJA|LEIDIMAS GYVENTI|KARTA POBYTU|POVOLENI K POBYTU|POVOLENIE NA POBYT|DOZVOLA BORAVKA|DOVOLJENJE ZA PREBIVANJE|TARTOZKODASI ENGEDELY|PERMIS DE SEDERE|IKAMET IZNI|ВИД НА ЖИТЕЛЬСТВО|ПОСВІДКА НА ПРОЖИВАННЯ|ΑΔΕΙΑ ΔΙΑΜΟΝΗΣ|USCIS",
  ],
  ["visa", "VISA|VISUM|VISTO|VISADO|VIZA|VIISUM|VIISUMI|WIZA|VIZUM|ВИЗА|ВІЗА|签证|査証"],
  [
    "not_identity",
    "EMPLOYMENT AUTHORIZATION|EMPLOYMENT AUTHORIZATION CARD|BORDER CROSSING CARD|SOCIAL SECURITY|CREDIT|DEBIT|MASTERCARD|VISA ELECTRON|STUDENT ID|LIBRARY CARD|HEALTH INSURANCE|SEAMAN|CREW MEMBER",
  ],
];

export type PrintedType = (typeof TITLES)[number][0];

interface Title {
  readonly type: PrintedType;
  readonly text: string;
}

const titles: readonly Title[] = TITLES.flatMap(([type, phrases]) =>
  phrases.split("|").map((phrase) => ({ type, text: squash(phrase).text })),
).sort((a, b) => b.text.length - a.text.length);

/** Shorter titles must be the whole of what stands between two marks. */
const SHORT = 7;

/** Weight of each type over the printed lines: a title alone on its line weighs 1, inside a longer line less. */
export function detectPrintedTypes(lines: readonly string[]): ReadonlyMap<PrintedType, number> {
  const weights = new Map<PrintedType, number>();
  for (const line of lines) {
    let text = squash(line).text;
    const words = new Set(line.split(/[^\p{L}\p{M}]+/u).map((word) => squash(word).text));
    const whole = text.length;
    for (const title of titles) {
      const at =
        title.text.length >= SHORT ? text.indexOf(title.text) : words.has(title.text) ? text.indexOf(title.text) : -1;
      if (at === -1) continue;
      const weight = (title.text.length >= SHORT ? 1 : 0.6) * (0.4 + (0.6 * title.text.length) / whole);
      weights.set(title.type, Math.max(weights.get(title.type) ?? 0, weight) + 0.1);
      text = `${text.slice(0, at)} ${text.slice(at + title.text.length)}`;
    }
  }
  return weights;
}
