import type { LogisticCalibration } from "./calibrate";

/** Written by eval/derive-document-confidence.ts. */
export const CONFIDENCE: { readonly detected: LogisticCalibration; readonly document: LogisticCalibration } = {
  detected: { offset: 0, slope: 1 },
  document: { offset: 0, slope: 1 },
};
