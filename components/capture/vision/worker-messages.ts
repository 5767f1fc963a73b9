import type { RgbaFrame } from "@/components/capture/camera/grab-frame";
import type { FaceReport } from "@/components/capture/vision/face-report";
import type { DocumentReport } from "@/components/capture/vision/measure-document";
import type { Box } from "@/server/vision/types";

/** What the page asks of its worker; each question has an id and one answer. */
export type WorkerQuestion =
  | { readonly id: number; readonly ask: "load" }
  | { readonly id: number; readonly ask: "face"; readonly frame: RgbaFrame }
  | { readonly id: number; readonly ask: "document"; readonly frame: RgbaFrame; readonly guide: Box };

export type WorkerAnswer =
  | { readonly id: number; readonly answer: "loaded" }
  | { readonly id: number; readonly answer: "face"; readonly report: FaceReport }
  | { readonly id: number; readonly answer: "document"; readonly report: DocumentReport }
  | { readonly id: number; readonly answer: "failed"; readonly message: string };
