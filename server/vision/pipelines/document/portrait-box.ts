import type { Box, Image } from "@/server/vision/types";

/**
 * The portrait around a face as passports frame it: head and shoulders, 35 × 45, inside the picture. Pixels of the
 * picture.
 */
export function portraitBox(face: Box, image: Pick<Image, "width" | "height">): Box {
  // A portrait's head fills about two thirds of its height; the detector's box reaches from brow to chin.
  const height = face.height * 1.9;
  const width = (height * 35) / 45;
  const x = face.x + face.width / 2 - width / 2;
  const y = face.y + face.height / 2 - height * 0.5;
  const left = Math.max(0, x);
  const top = Math.max(0, y);
  return {
    x: left,
    y: top,
    width: Math.min(image.width, x + width) - left,
    height: Math.min(image.height, y + height) - top,
  };
}
