import type { Face, Person } from "./face/person";
import { randomFace } from "./face/random-face";

/**
 * The cast: fictional people whose faces were picked from 280 drawn ones for lying far apart in the space of dlib's
 * embedding (nearest pair 0.51, a person's own pictures 0.1 to 0.2), and for a spread of skin, age and sex.
 */
const BOLDNESS = 1.7;
const face = (seed: number, sex: "M" | "F"): Face => randomFace(seed, sex, BOLDNESS);

type Row = readonly [
  id: string,
  surname: string,
  givenNames: string,
  sex: "M" | "F",
  birthDate: string,
  birthPlace: string,
  nationality: string,
  height: number,
  seed: number,
  /** Somebody of clearly another face (distance above 0.7). */
  unlike: string,
];

const rows: readonly Row[] = [
  ["anna", "Eriksson", "Anna Maria", "F", "1991-08-12", "Zenith", "UTO", 1.68, 236, "omar"],
  ["omar", "Benhaddou", "Omar", "M", "1959-03-27", "Toulouse", "FRA", 1.76, 213, "anna"],
  ["ama", "Kouassi", "Ama Rosalie", "F", "1961-11-04", "Abidjan", "CIV", 1.62, 140, "halima"],
  ["klaus", "Weißmüller", "Klaus Jürgen", "M", "1967-05-19", "Bremen", "D", 1.81, 93, "ama"],
  ["nils", "Åkerström", "Nils Björn", "M", "1994-01-30", "Uppsala", "SWE", 1.84, 83, "vera"],
  ["vera", "Nowak-Wiśniewska", "Weronika", "F", "1994-06-21", "Gdańsk", "POL", 1.7, 116, "nils"],
  ["halima", "Van der Meer", "Halima", "F", "1953-09-08", "Utrecht", "NLD", 1.59, 164, "sofia"],
  ["sofia", "García Ibáñez", "Sofía Carmen", "F", "2006-02-14", "Sevilla", "ESP", 1.66, 224, "halima"],
  ["diego", "Ferreira dos Santos", "Diego", "M", "1983-12-02", "Coimbra", "PRT", 1.73, 147, "anna"],
  ["jean", "D'Almeida", "Jean-Baptiste", "M", "1980-07-15", "Bouaké", "CIV", 1.79, 81, "sofia"],
  ["lucia", "Orellana", "Lucía", "F", "1972-04-09", "Cádiz", "ESP", 1.64, 266, "anna"],
  ["maria", "Schönfeld", "Maria Theresia", "F", "1963-10-25", "Kiel", "D", 1.67, 134, "ama"],
  ["samuel", "Okonkwo-Berg", "Samuel", "M", "1969-08-31", "Malmö", "SWE", 1.83, 149, "halima"],
  ["piotr", "Zieliński", "Piotr", "M", "2004-05-05", "Kraków", "POL", 1.78, 117, "sofia"],
  ["eleanor", "Ashdown", "Eleanor", "F", "1970-01-17", "Zenith", "UTO", 1.71, 196, "ama"],
  ["grace", "Nkemelu", "Grace Oluchi", "F", "2001-03-03", "Nantes", "FRA", 1.69, 204, "omar"],
  ["rafael", "Quintana", "Rafael", "M", "1951-06-11", "Zenith", "UTO", 1.72, 97, "anna"],
  ["ingrid", "Lindqvist", "Ingrid Margareta", "F", "1950-12-20", "Lund", "SWE", 1.63, 8, "vera"],
  ["tom", "De Vries", "Tom", "M", "2004-09-28", "Zwolle", "NLD", 1.88, 261, "vera"],
  ["luis", "Carvalho", "Luís Miguel", "M", "2005-11-16", "Porto", "PRT", 1.75, 151, "halima"],
];

export const people: readonly Person[] = rows.map(
  ([id, surname, givenNames, sex, birthDate, birthPlace, nationality, height, seed]) => ({
    id,
    surname,
    givenNames,
    sex,
    birthDate,
    birthPlace,
    nationality,
    height,
    face: face(seed, sex),
  }),
);

/** Throws for an id that nobody has. */
export function findPerson(id: string): Person {
  const found = people.find((person) => person.id === id);
  if (!found) throw new Error(`no drawn person "${id}"; there are ${people.map((person) => person.id).join(", ")}`);
  return found;
}

/** The impostor to try in a person's place. */
export const unlikePerson = (person: Person): Person =>
  findPerson(rows.find(([id]) => id === person.id)?.[9] ?? (person.id === "anna" ? "omar" : "anna"));
