import type { DocumentEvidence } from "@/server/domain/documents/evidence";
import { formatMrz } from "@/server/domain/mrz/format-mrz";
import type { Vision } from "@/server/services/ports";

/** The holder of the scripted passport. */
export const HOLDER = { surname: "Eriksson", given_names: "Anna Maria", birth_date: "1991-08-12" };

/** What reading a flawless passport of Utopia would see. */
export function passportEvidence(expiry = "2033-04-15"): DocumentEvidence {
  const { lines } = formatMrz("TD3", {
    document_code: "P",
    issuing_state: "UTO",
    ...HOLDER,
    document_number: "L898902C3",
    nationality: "UTO",
    sex: "F",
    expiry_date: expiry,
  });
  const quality = {
    sharpness: 0.9,
    glare: 0.02,
    exposure: 0.9,
    resolution: 0.9,
    tilt: 0.95,
    crop: 1,
    corners: 4,
    colour: 1,
  };
  const portrait = { found: true, count: 1, size: 0.3 };
  const side = { image: "front", width: 1600, height: 1200, lines: [], quality, portrait, forgery: [] } as const;
  return { sides: [side], zone: { image: "front", lines, confidence: 0.99 }, barcodes: [], models: [] };
}

/** A vision whose every answer the test gives; what it was not given is refused as a missing model is. */
export function scriptedVision(given: Partial<Vision>): Vision {
  return {
    inspect: async (bytes) => ({ mime: "image/jpeg", width: 1600, height: 1200, bytes }),
    liveness: missing,
    document: missing,
    face: missing,
    portrait: missing,
    nearest: missing,
    ...given,
  };
}

async function missing(): Promise<never> {
  const { AppError } = await import("@/server/contract/errors");
  throw new AppError("model_unavailable", { model: "scripted" });
}
