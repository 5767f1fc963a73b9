import type { BarcodeEvidence, QuadPoints, SideEvidence, ZoneEvidence } from "@/server/domain/documents/evidence";

/** What was seen on one picture, with every place on it. */
export interface PlacedEvidence {
  readonly side: SideEvidence;
  readonly zone?: ZoneEvidence;
  readonly barcodes: readonly BarcodeEvidence[];
}

/** The same with places in pixels of the picture as it was sent; `scale` is decoded pixels per pixel sent. */
export function inSentPixels<E extends PlacedEvidence>(seen: E, scale: number): E {
  if (scale === 1) return seen;
  const places = (quad: QuadPoints): QuadPoints => quad.map(([x, y]): [number, number] => [sent(x), sent(y)]);
  const sent = (pixels: number) => Math.round((pixels / scale) * 10) / 10;
  const moved = <T extends { readonly quad?: QuadPoints }>(one: T): T =>
    one.quad ? { ...one, quad: places(one.quad) } : one;
  const { side, zone, barcodes } = seen;
  const { document, quality, portrait, ghost, signature, forgery } = side;
  return {
    ...seen,
    side: {
      ...side,
      width: Math.round(side.width / scale),
      height: Math.round(side.height / scale),
      lines: side.lines.map(moved),
      ...(document && { document: places(document) }),
      ...(quality && { quality: { ...quality, glareQuads: quality.glareQuads?.map(places) } }),
      ...(portrait && { portrait: moved(portrait) }),
      ...(ghost && { ghost: moved(ghost) }),
      ...(signature && { signature: moved(signature) }),
      ...(forgery && { forgery: forgery.map(moved) }),
    },
    ...(zone && { zone: { ...zone, quads: zone.quads?.map(places) } }),
    barcodes: barcodes.map(moved),
  };
}
