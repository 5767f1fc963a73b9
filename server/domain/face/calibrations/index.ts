import { type FaceCalibration, openCalibration, type StoredCalibration } from "@/server/domain/face/calibration";
import { faceEmbeddingDlibCalibration } from "@/server/domain/face/calibrations/face-embedding-dlib";
import { mobilefacenetFaceEmbeddingDlibCalibration } from "@/server/domain/face/calibrations/mobilefacenet-face-embedding-dlib";

/** Every model that may decide; another is added by deriving its calibration and naming it here. */
const STORED: readonly StoredCalibration[] = [mobilefacenetFaceEmbeddingDlibCalibration, faceEmbeddingDlibCalibration];

const opened = new Map<string, FaceCalibration>();

/** The calibration of a model and version; undefined for one that was never measured. */
export function calibrationOf(model: { readonly id: string; readonly version: string }): FaceCalibration | undefined {
  const key = `${model.id}@${model.version}`;
  const known = opened.get(key);
  if (known) return known;
  const stored = STORED.find((c) => c.modelId === model.id && c.modelVersion === model.version);
  if (!stored) return undefined;
  const calibration = openCalibration(stored);
  opened.set(key, calibration);
  return calibration;
}

/** Which models those are; the one that decides by default first. */
export function calibratedModels(): { readonly id: string; readonly version: string }[] {
  return STORED.map(({ modelId, modelVersion }) => ({ id: modelId, version: modelVersion }));
}
