import type { LumaHistograms } from "@/server/vision/jpeg/luma-histograms";
import type { PageSpectrum } from "@/server/vision/pipelines/document/page-spectrum";
import type { FaceMesh } from "@/server/vision/pipelines/face/types";
import type { Box, Image, Plane, Quad } from "@/server/vision/types";

/** What a picture's file says of its making. */
export interface FileFacts {
  /** Programs named by EXIF, XMP, PNG text or Photoshop's own block. */
  readonly software: readonly string[];
  /** Maker and model, as EXIF names them. */
  readonly camera?: string;
  /** Milliseconds since 1970, by the camera's clock. */
  readonly takenAt?: number;
  readonly changedAt?: number;
  /** The small picture kept in the file, upright, and the picture itself, small and upright. */
  readonly thumbnail?: Image;
  readonly picture: Image;
}

/** What every sign of forgery looks at; made once a picture, from what was decoded and found already. */
export interface ForgeryInput {
  /** The picture as decoded, upright. */
  readonly image: Image;
  /** Its luma. */
  readonly plane: Plane;
  /** The document from straight above, small. */
  readonly rectified: Image;
  readonly document: Quad;
  /** Printed lines, the zone's left out. */
  readonly printed: readonly Quad[];
  readonly zone?: { readonly lines: readonly string[]; readonly quads: readonly Quad[] };
  /** What all of the page has in common; undefined where the picture is too small. */
  readonly spectrum?: PageSpectrum;
  /** The portrait's frame and face, and a second, smaller print of it. */
  readonly portrait?: { readonly frame: Box; readonly mesh: FaceMesh };
  readonly ghost?: FaceMesh;
  /** Luma coefficients of the file, where it is a sequential JPEG. */
  readonly coefficients?: LumaHistograms;
  /** What the file says of its making, where it still says anything. */
  readonly file?: FileFacts;
}

/** What one sign came to: 0 is nothing, 1 as strong as it gets. From 0.5 on a person should look. */
export interface SeenSign {
  readonly strength: number;
  /** Where, in pixels of the picture. */
  readonly quad?: Quad;
  /** What was seen, with its measure, as one sentence. */
  readonly note?: string;
}

/**
 * One sign of forgery. Undefined where it cannot be measured on this picture, which is not the same as nothing seen.
 */
export interface ForgerySign {
  readonly id: string;
  measure(input: ForgeryInput): SeenSign | undefined;
}
