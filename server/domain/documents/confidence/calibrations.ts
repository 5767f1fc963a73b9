import type { LogisticCalibration } from "./calibrate";

/** Written by eval/derive-document-confidence.ts from 61 pictures of 5 sources; reported on the other sources. */
export const CONFIDENCE: { readonly detected: LogisticCalibration; readonly document: LogisticCalibration } = {
  detected: { offset: 1.046, slope: 1.184 },
  document: { offset: 1.44, slope: 0.912 },
};
