import type { z } from "zod";
import { encodeBase64 } from "@/server/contract/base64";
import type { Quality, Warning } from "@/server/contract/fields";
import type { readDocument as endpoint } from "@/server/contract/v1/document";
import type { DocumentEvidence, SideEvidence } from "@/server/domain/documents/evidence";
import { readDocument as read } from "@/server/domain/documents/read-document";
import { type DocumentPictures, judgeContext, seeDocument } from "@/server/services/documents/document-pictures";
import type { Ctx } from "@/server/services/ports";

type Output = Omit<z.input<typeof endpoint.output>, "processing_ms" | "usage">;

/** Finds, tells and reads a document. A picture without one gives type `other` and no fields; nothing is kept. */
export async function readDocument(ctx: Ctx, pictures: DocumentPictures): Promise<Output> {
  const evidence = await seeDocument(ctx, pictures);
  const {
    detected,
    fields,
    evidence: readings,
    categories,
    native,
    hints,
  } = read(evidence, judgeContext(ctx, pictures));
  const first = (pick: (side: SideEvidence) => Uint8Array | undefined) => {
    const jpeg = evidence.sides.map(pick).find((one) => one !== undefined);
    return jpeg && encodeBase64(jpeg);
  };
  const portrait = first((side) => side.portrait?.jpeg);
  const ghost = first((side) => side.ghost?.jpeg);
  const signature = first((side) => side.signature?.jpeg);
  return {
    detected,
    fields,
    evidence: readings,
    categories,
    native,
    images: {
      ...(portrait && { face_crop_base64: portrait }),
      ...(ghost && { ghost_crop_base64: ghost }),
      ...(signature && { signature_crop_base64: signature }),
    },
    quality: qualityOf(evidence),
    hints,
    warnings: warningsOf(evidence),
  };
}

function warningsOf({ missingLanguages = [] }: DocumentEvidence): Warning[] {
  return missingLanguages.map(({ script, language, fix }) => ({
    code: "language_data_missing",
    message: `Lines in ${script} script were not read, because the data of the language “${language}” is not installed: ${fix}.`,
  }));
}

/** The front's quality as the API shows it. What was not measured cannot count as sharp. */
function qualityOf({ sides }: DocumentEvidence): Quality {
  const { sharpness = 0, glare = 0, exposure, resolution, tilt, crop } = sides[0]?.quality ?? {};
  return { sharpness, glare, exposure, resolution, tilt, crop };
}
