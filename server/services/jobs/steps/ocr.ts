import { AppError } from "@/server/contract/errors";
import type { Quality } from "@/server/contract/fields";
import type { DocumentEvidence, QualityEvidence } from "@/server/domain/documents/evidence";
import { readDocument } from "@/server/domain/documents/read-document";
import type { StepMaterial, StepResult, StepRunner } from "@/server/services/jobs/step-material";
import { sealContext } from "@/server/services/keys/seal-context";
import type { Ctx } from "@/server/services/ports";
import type { SeenSign } from "@/server/vision/pipelines/document/forgery/types";

/** Finds and reads the document; keeps the portrait for the comparison that follows. */
export const runOcrStep: StepRunner = async (ctx, material) => {
  const { input, picture, today } = material;
  const [front, back] = await Promise.all([picture("front"), picture("back")]);
  if (!front) throw new AppError("not_found", { media: "front" });
  const { document_hint: documentHint, country_hint: countryHint } = input;
  const seen = await ctx.vision.document({ front, back, documentHint, countryHint });
  const read = readDocument(seen, { today, documentHint, countryHint });
  return {
    output: {
      step: "ocr",
      detected: read.detected,
      fields: read.fields,
      evidence: read.evidence,
      quality: qualityOf(seen.sides[0]?.quality),
      hints: read.hints,
      models: [...seen.models],
      raw: await withFileSigns(ctx, material, withoutBytes(seen)),
    },
    media: await portraitOf(ctx, seen),
  };
};

function qualityOf(quality: QualityEvidence | undefined): Quality {
  if (!quality) return { sharpness: 0, glare: 0 };
  const { sharpness, glare, exposure, resolution, tilt, crop } = quality;
  return { sharpness, glare, exposure, resolution, tilt, crop };
}

/** Pictures are kept without their metadata; what those said of editing was noted when they came in. */
async function withFileSigns(
  ctx: Ctx,
  { media, key }: StepMaterial,
  seen: DocumentEvidence,
): Promise<DocumentEvidence> {
  const sides = await Promise.all(
    seen.sides.map(async (side) => {
      const kept = media.find(({ kind }) => kind === side.image);
      if (!kept?.file_sign_sealed) return side;
      const context = sealContext("media", "file_sign_sealed", kept.id);
      const plain = await ctx.keys.open(key, kept.file_sign_sealed, context);
      const { strength, note } = JSON.parse(new TextDecoder().decode(plain)) as SeenSign;
      const others = (side.forgery ?? []).filter(({ id }) => id !== "edited_metadata");
      return { ...side, forgery: [...others, { id: "edited_metadata", image: side.image, strength, note }] };
    }),
  );
  return { ...seen, sides };
}

function withoutBytes(seen: DocumentEvidence): DocumentEvidence {
  const bare = <T extends { jpeg?: Uint8Array }>({ jpeg: _jpeg, ...facts }: T) => facts;
  const sides = seen.sides.map(({ portrait, ghost, signature, ...side }) => ({
    ...side,
    ...(portrait && { portrait: bare(portrait) }),
    ...(ghost && { ghost: bare(ghost) }),
    ...(signature && { signature: bare(signature) }),
  }));
  return { ...seen, sides };
}

async function portraitOf(ctx: Ctx, { sides }: DocumentEvidence): Promise<StepResult["media"]> {
  const jpeg = sides.map(({ portrait }) => portrait?.jpeg).find((bytes) => bytes !== undefined);
  return jpeg ? [{ kind: "portrait", image: await ctx.vision.inspect(jpeg) }] : [];
}
