import type { JudgeContext } from "@/server/domain/documents/collect-evidence";
import type { DocumentEvidence } from "@/server/domain/documents/evidence";
import { lookAt } from "@/server/services/media/inspect-picture";
import type { Ctx } from "@/server/services/ports";

/** Pictures of a document with what the caller says of it; `auto` where it says nothing. */
export interface DocumentPictures {
  readonly front: Uint8Array;
  readonly back?: Uint8Array;
  readonly documentHint: string;
  readonly countryHint: string;
  /** Everything (default), or the machine-readable zone alone. */
  readonly read?: "all" | "zone";
}

/** What is seen on the pictures. AppError of a picture, naming its field; model_unavailable. */
export function seeDocument(ctx: Ctx, pictures: DocumentPictures): Promise<DocumentEvidence> {
  const { front, back } = pictures;
  const sent = [
    { field: "image_front_base64", bytes: front },
    { field: "image_back_base64", bytes: back },
  ];
  return lookAt(ctx, sent, () => ctx.vision.document(pictures));
}

/** What judging needs beside the evidence: the day, the hints, and the rules of national numbers. */
export function judgeContext(ctx: Ctx, hints: { documentHint: string; countryHint: string }): JudgeContext {
  const { documentHint, countryHint } = hints;
  const today = ctx.clock.now().toISOString().slice(0, 10);
  return { today, documentHint, countryHint, nationalNumbers: ctx.nationalNumbers };
}
