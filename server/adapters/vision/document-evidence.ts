import { readBarcodes } from "@/server/adapters/barcode-reader";
import { decodePicture } from "@/server/adapters/image-decoder";
import { encodePicture } from "@/server/adapters/ocr/encode-picture";
import type { NativeReading } from "@/server/adapters/ocr/native-reader";
import type { OcrProvider } from "@/server/adapters/ocr/types";
import { measureSigns } from "@/server/adapters/vision/measure-signs";
import { inSentPixels } from "@/server/adapters/vision/sent-pixels";
import type {
  BarcodeEvidence,
  CropEvidence,
  DocumentEvidence,
  ImageName,
  PortraitEvidence,
  QuadPoints,
  SideEvidence,
  ZoneEvidence,
} from "@/server/domain/documents/evidence";
import { expectedScript } from "@/server/domain/documents/page/expected-script";
import { mrzFormats } from "@/server/domain/mrz/formats";
import { mrzOcrB } from "@/server/vision/models/mrz-ocr-b";
import { ppOcrDet } from "@/server/vision/models/pp-ocr-det";
import { crop } from "@/server/vision/ops/crop";
import { differenceHash } from "@/server/vision/ops/difference-hash";
import { gray } from "@/server/vision/ops/gray";
import { type AssessedDocument, assessDocument } from "@/server/vision/pipelines/document/assess-document";
import { assessZone } from "@/server/vision/pipelines/document/assess-zone";
import { documentBox } from "@/server/vision/pipelines/document/document-box";
import { findGhost } from "@/server/vision/pipelines/document/find-ghost";
import { findSignature } from "@/server/vision/pipelines/document/find-signature";
import { portraitBox } from "@/server/vision/pipelines/document/portrait-box";
import { quadSize } from "@/server/vision/pipelines/document/rectify-document";
import type { SearchEffort } from "@/server/vision/pipelines/face/detector-views";
import { type LocatedFaces, locateFaces } from "@/server/vision/pipelines/face/locate-faces";
import type { Zone } from "@/server/vision/pipelines/mrz/read-zone";
import { type PageLine, readPage } from "@/server/vision/pipelines/text/read-page";
import type { Box, Image, Quad, Runtime } from "@/server/vision/types";

export interface DocumentInput {
  readonly front: Uint8Array;
  readonly back?: Uint8Array;
  readonly documentHint: string;
  readonly countryHint: string;
  /** Everything (default), or the machine-readable zone alone: nothing else is looked for then. */
  readonly read?: "all" | "zone";
}

/** Longer side to which a picture is decoded: twice what the text detector sees, so that it need only be halved. */
const SIDE = 1920;
/** Layouts whose zone stands on the side without the portrait. */
const BACK_LAYOUTS = new Set(["TD1"]);

/** Printed lines that tell beyond doubt which way up a page is; a zone does so alone. */
const UPRIGHT_LINES_MIN = 4;

/** Beside a zone only North America's cards have a barcode that anything here reads. */
function canCarryBarcode(zone: Zone | undefined): boolean {
  return !zone || /^..(USA|CAN)/.test(zone.lines[0]);
}

/** A portrait stands as the print does. */
function portraitEffort(zone: Zone | undefined, isUpright: boolean): SearchEffort {
  if (zone && BACK_LAYOUTS.has(zone.layout)) return "quick";
  return isUpright ? "upright" : "thorough";
}

const ZONE_CARDS = [ppOcrDet.card, mrzOcrB.card];

interface SeenSide {
  readonly side: SideEvidence;
  readonly zone?: ZoneEvidence;
  readonly barcodes: readonly BarcodeEvidence[];
  readonly missing?: NativeReading["missing"];
}

/**
 * What is seen on the pictures of a document. Refuses bad pictures with AppError; whatever is not found is left out.
 */
export async function documentEvidence(
  { front, back, documentHint, countryHint, read }: DocumentInput,
  { runtime, ocr }: { runtime: Runtime; ocr: OcrProvider },
): Promise<DocumentEvidence> {
  const seen: SeenSide[] = [];
  const pictures = [front, ...(back ? [back] : [])];
  for (const [k, bytes] of pictures.entries()) {
    const { image, scale } = await decodePicture(bytes, { maxSide: SIDE });
    const name = k === 0 ? "front" : "back";
    if (read === "zone") {
      seen.push(inSentPixels(await seeZone(image, name, runtime), scale));
      continue;
    }
    // Licences carry their data in the barcode; elsewhere one look at it is enough.
    const effort = documentHint === "driver_license" || k > 0 ? "thorough" : "quick";
    seen.push(inSentPixels(await seeSide({ bytes, image }, { name, effort, countryHint }, runtime, ocr), scale));
  }
  const zones = seen.flatMap(({ zone }) => (zone ? [zone] : []));
  const missing = new Map(seen.flatMap((one) => (one.missing ? [[one.missing.language, one.missing]] : [])));
  return {
    sides: seen.map(({ side }) => side),
    zone: zones.sort((a, b) => b.confidence - a.confidence)[0],
    barcodes: seen.flatMap(({ barcodes }) => barcodes),
    models: (read === "zone" ? ZONE_CARDS : ocr.cards).map(({ id, version, sha256 }) => ({ id, version, sha256 })),
    ...(missing.size > 0 && {
      missingLanguages: [...missing.values()].map(({ script, ...one }) => ({ ...one, script: script.name })),
    }),
  };
}

/** The zone alone, and the quality of the picture where it stands. */
async function seeZone(image: Image, name: ImageName, runtime: Runtime): Promise<SeenSide> {
  const { upright, zone } = await readPage(runtime, image, { layouts: mrzFormats, what: "zone" });
  const { width, height } = upright;
  return {
    side: {
      image: name,
      width,
      height,
      lines: [],
      ...(zone && { quality: assessZone(upright, zone.quads, zone.lines[0].length) }),
    },
    zone: zone && zoneEvidence(zone, name),
    barcodes: [],
  };
}

async function seeSide(
  { bytes, image }: { readonly bytes: Uint8Array; readonly image: Image },
  { name, effort, countryHint }: { name: ImageName; effort: "quick" | "thorough"; countryHint: string },
  runtime: Runtime,
  ocr: OcrProvider,
): Promise<SeenSide> {
  const { upright, lines: latin, faint, zone } = await ocr.read(image);
  const script = ocr.native && expectedScript({ zone: zone?.lines, texts: latin.map(({ text }) => text), countryHint });
  const native = script && (await ocr.native?.read(upright, [...latin, ...faint], script));
  const lines = withNative(latin, native?.lines ?? []);
  const printed = [...lines.map(({ quad }) => quad), ...(zone?.quads ?? [])];
  const assessed = assessDocument(upright, printed);
  const { glareQuads, ...quality } = assessed.quality;
  const isUpright = zone !== undefined || lines.length >= UPRIGHT_LINES_MIN;
  const barcodes = canCarryBarcode(zone)
    ? await readBarcodes(upright, { effort: zone ? "quick" : effort, upright: isUpright })
    : [];
  const within = isUpright ? documentBox(assessed.document, upright) : undefined;
  const face = await locateFaces(upright, runtime, portraitEffort(zone, isUpright), within);
  const ghost = face.best && (await findGhost(upright, assessed.document.quad, face.best.face, runtime));
  const page = { bytes, upright, assessed, lines, zone, portrait: face.best, ghost: ghost?.mesh };
  const signature = findSignature([...lines, ...faint], face.best && portraitBox(face.best.face.box, upright));
  return {
    side: {
      image: name,
      width: upright.width,
      height: upright.height,
      lines: lines.map(({ quad, ...line }) => ({ ...line, quad: pointsOf(quad) })),
      document: pointsOf(assessed.document.quad),
      quality: { ...quality, glareQuads: glareQuads.map(pointsOf) },
      portrait: await findPortrait(upright, assessed, face),
      ...(ghost && { ghost: await cutOut(upright, portraitBox(ghost.face.box, upright)) }),
      ...(signature && { signature: await cutOut(upright, signature) }),
      forgery: (await measureSigns(page)).map(({ quad, ...sign }) => ({
        ...sign,
        image: name,
        ...(quad && { quad: pointsOf(quad) }),
      })),
      hash: assessed.hash,
      ...(face.best && { portraitHash: differenceHash(gray(crop(upright, portraitBox(face.best.face.box, upright)))) }),
    },
    zone: zone && zoneEvidence(zone, name),
    missing: native?.missing,
    barcodes: barcodes.map(({ format, text, quad }) => ({ image: name, format, text, quad })),
  };
}

/** A line that is wholly of another script says nothing in Latin letters, whatever the Latin reader took it for. */
function withNative(latin: readonly PageLine[], native: readonly PageLine[]): PageLine[] {
  const replaced = new Set(native.filter(({ text }) => !/\p{Script=Latin}/u.test(text)).map(({ quad }) => quad));
  return [...latin.filter(({ quad }) => !replaced.has(quad)), ...native];
}

function zoneEvidence({ lines, confidences, quads, corrections }: Zone, image: ImageName): ZoneEvidence {
  const all = confidences.flat();
  const confidence = all.reduce((sum, p) => sum + p, 0) / all.length;
  return { image, lines, confidence, quads: quads.map(pointsOf), corrections };
}

async function findPortrait(
  upright: Image,
  { document }: AssessedDocument,
  { best, count }: LocatedFaces,
): Promise<PortraitEvidence> {
  if (!best) return { found: false, count: 0, size: 0 };
  const { box } = best.face;
  const frame = portraitBox(box, upright);
  const { x, y, width, height } = frame;
  return {
    found: true,
    count,
    size: Math.min(1, box.height / Math.max(1, quadSize(document.quad).height)),
    quad: [
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
    ],
    jpeg: new Uint8Array(await encodePicture(crop(upright, frame))),
  };
}

/** The part of the picture inside the box, which may reach beyond the picture. */
async function cutOut(upright: Image, box: Box): Promise<CropEvidence> {
  const [x, y] = [Math.max(0, box.x), Math.max(0, box.y)];
  const width = Math.max(1, Math.min(upright.width, box.x + box.width) - x);
  const height = Math.max(1, Math.min(upright.height, box.y + box.height) - y);
  const corners = [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ] as const;
  const jpeg = await encodePicture(crop(upright, { x, y, width, height }));
  return { quad: pointsOf(corners), jpeg: new Uint8Array(jpeg) };
}

function pointsOf(quad: Quad): QuadPoints {
  return quad.map(({ x, y }): [number, number] => [Math.round(x * 10) / 10, Math.round(y * 10) / 10]);
}
