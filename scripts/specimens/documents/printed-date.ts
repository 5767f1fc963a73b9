import type { Issuer } from "./issuer";

const months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

/** An ISO date as the issuer prints it. */
export function printedDate(iso: string, style: Issuer["dateStyle"]): string {
  const [year, month, day] = iso.split("-");
  if (style === "12.08.1974") return `${day}.${month}.${year}`;
  if (style === "12/08/1974") return `${day}/${month}/${year}`;
  return `${day} ${months[Number(month) - 1]} ${year}`;
}
