import type { MrzFormatId } from "@/server/domain/mrz";
import type { Face, Person } from "../face/person";
import type { Issuer } from "./issuer";

export const documentKinds = [
  "passport",
  "id-card",
  "id-card-td2",
  "residence-permit",
  "visa-a",
  "visa-b",
  "licence-eu",
  "licence-us",
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** What one document says. `page` and `zone` differ only on forgeries. */
export interface Papers {
  readonly kind: DocumentKind;
  readonly issuer: Issuer;
  readonly person: Person;
  readonly number: string;
  /** ISO dates. */
  readonly issueDate: string;
  readonly expiryDate: string;
  readonly personalNumber: string;
  readonly address: string;
  /** The face printed as portrait; the holder's where absent. */
  readonly portrait?: Face;
  /** Values printed on the page in place of the true ones. */
  readonly page?: Partial<PageValues>;
  /** Zone lines printed in place of the true ones. */
  readonly zone?: readonly string[];
}

/** Values as printed for people. */
export interface PageValues {
  readonly surname: string;
  readonly givenNames: string;
  readonly number: string;
  readonly nationality: string;
  readonly birthDate: string;
  readonly birthPlace: string;
  readonly sex: string;
  readonly issueDate: string;
  readonly expiryDate: string;
  readonly authority: string;
  readonly personalNumber: string;
  readonly address: string;
  readonly height: string;
}

/** One printed side, in millimetres; `body` is SVG in those units. */
export interface Page {
  readonly width_mm: number;
  readonly height_mm: number;
  readonly radius_mm: number;
  readonly body: string;
}

export interface DrawnDocument {
  readonly papers: Papers;
  readonly front: Page;
  readonly back?: Page;
  /** As printed. */
  readonly zone?: { readonly format: MrzFormatId; readonly lines: readonly string[]; readonly side: "front" | "back" };
  /** Payload of the PDF417 on the back. */
  readonly barcode?: string;
}
