import { fileFacts } from "@/server/adapters/vision/file-facts";
import { lumaHistograms } from "@/server/vision/jpeg/luma-histograms";
import { parseJpeg } from "@/server/vision/jpeg/parse-jpeg";
import { halvedTo } from "@/server/vision/ops/half-of";
import { resize } from "@/server/vision/ops/resize";
import type { AssessedDocument } from "@/server/vision/pipelines/document/assess-document";
import { type MeasuredSign, measureForgery } from "@/server/vision/pipelines/document/measure-forgery";
import { portraitBox } from "@/server/vision/pipelines/document/portrait-box";
import type { LocatedFaces } from "@/server/vision/pipelines/face/locate-faces";
import type { FaceMesh } from "@/server/vision/pipelines/face/types";
import type { Page } from "@/server/vision/pipelines/text/read-page";
import type { Image } from "@/server/vision/types";

/** One side of a document as it was read, with the file that it came in. */
export interface ReadSide extends Pick<Page, "lines" | "zone"> {
  readonly bytes: Uint8Array;
  readonly upright: Image;
  readonly assessed: AssessedDocument;
  readonly portrait: LocatedFaces["best"];
  /** The second, smaller print of the portrait, where there is one. */
  readonly ghost?: FaceMesh;
}

/**
 * Luma blocks of the file that are read: enough to see what sizes of coefficients are missing, for 10 ms of a large
 * file.
 */
const BLOCKS = 12_000;
/** Longer side to which the picture is shrunk for comparison with the file's own small one. */
const SMALL = 160;

/** Every sign of forgery that can be measured on one side, seen or not. */
export async function measureSigns(side: ReadSide): Promise<MeasuredSign[]> {
  const { bytes, upright, assessed, lines, zone, portrait, ghost } = side;
  const head = parseJpeg(bytes);
  return measureForgery({
    image: upright,
    rectified: assessed.rectified,
    document: assessed.document.quad,
    printed: lines.map(({ quad }) => quad),
    zone,
    portrait: portrait && { frame: portraitBox(portrait.face.box, upright), mesh: portrait.mesh },
    ghost,
    coefficients: head && lumaHistograms(bytes, head, BLOCKS),
    file: await fileFacts(bytes, shrunk(upright)),
  });
}

function shrunk(image: Image): Image {
  const scale = Math.min(1, SMALL / Math.max(image.width, image.height));
  const side = (length: number) => Math.max(1, Math.round(length * scale));
  const [width, height] = [side(image.width), side(image.height)];
  return resize(halvedTo(image, width, height), width, height);
}
