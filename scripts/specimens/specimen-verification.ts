import type { DocumentType } from "@/server/contract/enums";
import { drawDocument } from "./documents/draw-document";
import { issuePapers } from "./documents/issue";
import type { DocumentKind, DrawnDocument, Papers } from "./documents/papers";
import { type ExpectedFields, expectedFields } from "./expected-fields";
import type { Person } from "./face/person";
import { selfieJpeg } from "./selfie";
import { photographPage } from "./wear/photograph";
import { shotOf, type WearKind } from "./wear/shot";

const documentTypes: Readonly<Record<DocumentKind, DocumentType | "visa">> = {
  passport: "passport",
  "id-card": "id_card",
  "id-card-td2": "id_card",
  "residence-permit": "residence_permit",
  "visa-a": "visa",
  "visa-b": "visa",
  "licence-eu": "driver_license",
  "licence-us": "driver_license",
};

export interface SpecimenOptions {
  readonly person: Person;
  /** Default `passport`. */
  readonly kind?: DocumentKind;
  /** Issuing state; default the person's own. */
  readonly issuer?: string;
  /** ISO date; default in the future. */
  readonly expiryDate?: string;
  /** Who takes the selfie; default the holder. */
  readonly selfieOf?: Person;
  /** How the document was photographed. Default `phone`, 12 megapixels. */
  readonly wear?: WearKind;
  /** Makes the papers false before they are drawn; see forgeries. */
  readonly forge?: (papers: Papers) => Papers;
  readonly seed?: number;
}

export interface SpecimenVerification {
  /** JPEG. */
  readonly selfie: Buffer;
  readonly front: Buffer;
  readonly back?: Buffer;
  readonly expected: {
    readonly documentType: DocumentType | "visa";
    /** Code as in the zone. */
    readonly country: string;
    readonly zone?: readonly string[];
    readonly fields: ExpectedFields;
    readonly samePerson: boolean;
  };
  readonly document: DrawnDocument;
}

/** Everything one verification takes, drawn, with what a perfect reader would find. Deterministic. */
export async function specimenVerification(options: SpecimenOptions): Promise<SpecimenVerification> {
  const { person, kind = "passport", issuer, expiryDate, wear = "phone", seed = 1 } = options;
  const papers = issuePapers({ kind, person, issuer, expiryDate, seed });
  const document = await drawDocument(options.forge ? options.forge(papers) : papers);
  const front = await photographPage(document.front, shotOf(wear, seed));
  const back = document.back && (await photographPage(document.back, shotOf(wear, seed + 500)));
  const selfieOf = options.selfieOf ?? person;
  return {
    selfie: await selfieJpeg(selfieOf.face, { seed }),
    front: front.jpeg,
    back: back?.jpeg,
    expected: {
      documentType: documentTypes[kind],
      country: kind === "licence-us" ? "USA" : document.papers.issuer.code,
      zone: document.zone?.lines,
      fields: expectedFields(document),
      samePerson: selfieOf.id === person.id,
    },
    document,
  };
}
