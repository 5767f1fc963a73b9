import { formatMrz, type MrzValues } from "../../mrz/format-mrz";
import type { MrzFormatId } from "../../mrz/types";
import type { DocumentEvidence, SideEvidence, TextLine } from "../evidence";

/** Evidence as a perfect reader would give it, for tests: a French passport, its page and its zone. */

export const nothing: DocumentEvidence = { sides: [], barcodes: [], models: [] };

export const person: MrzValues = {
  document_code: "P",
  issuing_state: "FRA",
  nationality: "FRA",
  surname: "Müller",
  given_names: "Anna Marie",
  document_number: "12AB34567",
  birth_date: "1990-05-06",
  expiry_date: "2030-05-05",
  sex: "F",
};

export const zone = (id: MrzFormatId, values: MrzValues) => ({
  image: "front" as const,
  lines: formatMrz(id, values).lines,
  confidence: 0.97,
});
export const line = (text: string, x: number, y: number, confidence = 0.97): TextLine => ({
  text,
  confidence,
  quad: [
    [x, y],
    [x + text.length * 12, y],
    [x + text.length * 12, y + 20],
    [x, y + 20],
  ],
});
export const side = (...lines: TextLine[]): SideEvidence => ({ image: "front", width: 1000, height: 700, lines });

export const page = (birth = "06.05.1990", number = "12AB34567") => [
  line("RÉPUBLIQUE FRANÇAISE", 20, 10),
  line("PASSEPORT/PASSPORT", 20, 40),
  line("Passport No", 600, 70),
  line(number, 600, 95),
  line("Surname/Nom", 300, 120),
  line("MÜLLER", 300, 145),
  line("Given names/Prénoms", 300, 180),
  line("ANNA MARIE", 300, 205),
  line("Date of birth/Date de naissance", 300, 240),
  line(birth, 300, 265),
  line("Date of expiry/Date d'expiration", 300, 300),
  line("05.05.2030", 300, 325),
];

export const passport = (lines = page()): DocumentEvidence => ({
  ...nothing,
  sides: [side(...lines)],
  zone: zone("TD3", person),
});
