import { expect, test } from "vitest";
import { createOcr } from "@/server/adapters/ocr/create-ocr";
import { ocrSettings } from "@/server/adapters/ocr/ocr-settings";
import { createOnnxNodeRuntime } from "@/server/adapters/onnx-node-runtime";

test("PP-OCR reads unless the environment says otherwise; an empty value counts as not set", () => {
  expect(ocrSettings({})).toMatchObject({ provider: "pp-ocr", tesseractLanguages: ["eng"] });
  expect(ocrSettings({ OCR_PROVIDER: "" }).provider).toBe("pp-ocr");
});

test("several Tesseract languages are named with a plus between them", () => {
  expect(ocrSettings({ OCR_PROVIDER: "tesseract", TESSERACT_LANGUAGES: "eng+rus" }).tesseractLanguages).toEqual([
    "eng",
    "rus",
  ]);
});

test("a mistake in the configuration is named and stops the start", () => {
  expect(() => ocrSettings({ OCR_PROVIDER: "abbyy" })).toThrow(/OCR_PROVIDER/);
  expect(() => ocrSettings({ GOOGLE_VISION_ENDPOINT: "ftp://x" })).toThrow(/GOOGLE_VISION_ENDPOINT/);
  expect(() => createOcr(createOnnxNodeRuntime(), { provider: "google-vision" })).toThrow(/GOOGLE_VISION_API_KEY/);
});
