import type { DocumentType } from "@/server/contract/enums";
import type { Box } from "@/server/vision/types";

/** Width over height: ISO/IEC 7810 ID-3 (a passport's page) and ID-1 (cards). */
const SHAPE: Record<DocumentType, number> = {
  passport: 125 / 88,
  id_card: 85.6 / 53.98,
  driver_license: 85.6 / 53.98,
  residence_permit: 85.6 / 53.98,
  other: 125 / 88,
};

/** Where the document should lie in a frame of the given width over height; shares of the frame. */
export function documentGuide(type: DocumentType, aspect: number): Box {
  const shape = SHAPE[type];
  const width = Math.min(0.88, (0.78 * shape) / aspect);
  const height = (width * aspect) / shape;
  return { x: (1 - width) / 2, y: (1 - height) / 2, width, height };
}
