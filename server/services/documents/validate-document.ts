import type { z } from "zod";
import type { DocumentFields } from "@/server/contract/fields";
import type { validateDocument as endpoint } from "@/server/contract/v1/document";
import type { DocumentEvidence } from "@/server/domain/documents/evidence";
import { judgeDocument } from "@/server/domain/documents/judge-document";
import { type DocumentPictures, judgeContext, seeDocument } from "@/server/services/documents/document-pictures";
import type { Ctx } from "@/server/services/ports";

type Output = Omit<z.input<typeof endpoint.output>, "processing_ms" | "usage">;

/** What was read elsewhere, in place of pictures. */
export interface StatedDocument {
  readonly fields?: DocumentFields;
  readonly mrz?: readonly string[];
  readonly documentHint: string;
  readonly countryHint: string;
}

/** Puts a document through every check. Missing evidence never makes it valid; nothing is kept. */
export async function validateDocument(ctx: Ctx, asked: DocumentPictures | StatedDocument): Promise<Output> {
  const evidence = "front" in asked ? await seeDocument(ctx, asked) : statedEvidence(asked);
  const { document_valid, checks, confidence, read } = judgeDocument(evidence, judgeContext(ctx, asked));
  return { document_valid, checks, confidence, detected: read.detected };
}

function statedEvidence({ fields, mrz }: StatedDocument): DocumentEvidence {
  const zone = mrz ?? fields?.mrz;
  return {
    sides: [],
    barcodes: [],
    models: [],
    ...(fields && { stated: fields }),
    ...(zone && { zone: { image: "front", lines: zone, confidence: 1 } }),
  };
}
