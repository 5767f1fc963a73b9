import { grayOf } from "@/server/vision/ops/gray-of";
import { FORGERY_SIGNS } from "@/server/vision/pipelines/document/forgery";
import type { ForgeryInput, SeenSign } from "@/server/vision/pipelines/document/forgery/types";
import { pageSpectrum } from "@/server/vision/pipelines/document/page-spectrum";

export interface MeasuredSign extends SeenSign {
  readonly id: string;
}

/** Every sign of forgery that can be measured on a picture, seen or not; those that cannot be measured are left out. */
export function measureForgery(given: Omit<ForgeryInput, "plane" | "spectrum">): MeasuredSign[] {
  const { image, document } = given;
  const input: ForgeryInput = { ...given, plane: grayOf(image), spectrum: pageSpectrum(image, document) };
  return FORGERY_SIGNS.flatMap((sign) => {
    const seen = sign.measure(input);
    return seen ? [{ id: sign.id, ...seen }] : [];
  });
}
