/** Personal data as a screen shows them until a person asks to see them: first letters and shapes, never the values. */

/** `ANNA MARIA` → `A••• M••••`. */
export function maskName(name: string): string {
  return name.replace(/\p{L}[\p{L}\p{M}'’-]*/gu, (word) => [...word][0] + "•".repeat([...word].length - 1));
}

/** Keeps the last two characters: `L898902C3` → `•••••••C3`. Short values are hidden whole. */
export function maskNumber(value: string): string {
  return value.length <= 4 ? "•".repeat(value.length) : "•".repeat(value.length - 2) + value.slice(-2);
}

/** Keeps the year: `1974-08-12` → `1974-••-••`. */
export function maskDate(value: string): string {
  return value.slice(0, 4) + value.slice(4).replace(/\d/g, "•");
}

const HOW: Readonly<Record<string, (value: string) => string>> = {
  surname: maskName,
  given_names: maskName,
  full_name: maskName,
  document_number: maskNumber,
  personal_number: maskNumber,
  birth_date: maskDate,
  birth_place: maskName,
  address: () => "•••",
  mrz: () => "•••",
};

/** What is left as it is tells nothing about one person: countries, expiry, authority, licence categories, sex. */
export function maskField(field: string, value: string): string {
  return (HOW[field] ?? ((same: string) => same))(value);
}
