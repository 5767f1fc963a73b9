import type { LogisticCalibration } from "./calibrate";

/** Written by eval/derive-document-confidence.ts from 61 pictures of 5 sources; reported on the other sources. */
export const CONFIDENCE: { readonly detected: LogisticCalibration; readonly document: LogisticCalibration } = {
  detected: { offset: 0.984, slope: 2.058 },
  document: { offset: 1.788, slope: 1.201 },
};
