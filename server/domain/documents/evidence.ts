import type { DocumentFields } from "@/server/contract/fields";
import type { ModelRef } from "@/server/domain/liveness/evidence";

/** What was seen on the pictures of a document, before any judgement. Made by the vision adapter, plain data. */

export type ImageName = "front" | "back";

/** Corners in pixels of the upright picture, clockwise from the top left of the thing itself. */
export type QuadPoints = [number, number][];

/** One printed line as the recogniser read it. */
export interface TextLine {
  readonly text: string;
  /** 0–1. */
  readonly confidence: number;
  readonly quad: QuadPoints;
  /** ISO 15924 code, where the line was read in a script other than Latin. */
  readonly script?: string;
}

/** Lines that stand on the page and were not read, because the data of their language is not installed. */
export interface MissingLanguage {
  /** The script's name in English. */
  readonly script: string;
  /** Tesseract's code. */
  readonly language: string;
  /** What to do. */
  readonly fix: string;
}

/** The machine-readable zone as its reader saw it, unparsed. */
export interface ZoneEvidence {
  readonly image: ImageName;
  readonly lines: readonly string[];
  /** Mean over the characters, 0–1. */
  readonly confidence: number;
  /** One per line. */
  readonly quads?: readonly QuadPoints[];
  /** Characters that layout and check digits overruled while reading: what each looked like, and what was taken. */
  readonly corrections?: readonly {
    readonly line: number;
    readonly column: number;
    readonly from: string;
    readonly to: string;
  }[];
}

export interface BarcodeEvidence {
  readonly image: ImageName;
  /** As zxing names them: `PDF417`, `QRCode`, `Aztec`, `DataMatrix` … */
  readonly format: string;
  readonly text: string;
  readonly quad?: QuadPoints;
}

/** 0–1 each. 1 is best, but for `glare`, where 0 is none. */
export interface QualityEvidence {
  readonly sharpness: number;
  readonly glare: number;
  readonly exposure?: number;
  readonly resolution?: number;
  /** 1 is level. */
  readonly tilt?: number;
  /** 1 is the whole document in the picture. */
  readonly crop?: number;
  /** Corners of the document found inside the picture, 0–4. */
  readonly corners?: number;
  readonly glareQuads?: readonly QuadPoints[];
  /** 1 is full colour, 0 a black-and-white copy. */
  readonly colour?: number;
}

export interface PortraitEvidence {
  readonly found: boolean;
  /** Faces on this side, ghost portraits not counted. */
  readonly count: number;
  /** Height of the face over the height of the document, 0–1. */
  readonly size: number;
  readonly quad?: QuadPoints;
  /** JPEG of the portrait; left out where evidence is stored. */
  readonly jpeg?: Uint8Array;
}

/** Something else that was cut out of a side. */
export interface CropEvidence {
  readonly quad: QuadPoints;
  /** Left out where evidence is stored. */
  readonly jpeg?: Uint8Array;
}

/** A sign of forgery is a reason with a strength, not a verdict. */
export interface ForgerySignal {
  /** As `server/vision/pipelines/document/forgery` names them, and `seen_before`. */
  readonly id: string;
  readonly image: ImageName;
  /** 0–1; 0 where it was looked for and not seen. */
  readonly strength: number;
  readonly quad?: QuadPoints;
  readonly note?: string;
}

export interface SideEvidence {
  readonly image: ImageName;
  /** Pixels of the upright picture. */
  readonly width: number;
  readonly height: number;
  readonly lines: readonly TextLine[];
  /** The document's own corners, where they were found. */
  readonly document?: QuadPoints;
  readonly quality?: QualityEvidence;
  readonly portrait?: PortraitEvidence;
  /** The portrait's second, smaller print. */
  readonly ghost?: CropEvidence;
  /** The holder's signature. */
  readonly signature?: CropEvidence;
  /** Every sign that could be measured, seen or not; undefined where none was looked for. */
  readonly forgery?: readonly ForgerySignal[];
  /** Perceptual hashes of the rectified document, 128 bits, and of its portrait, 64 bits, hex. */
  readonly hash?: string;
  readonly portraitHash?: string;
}

export interface DocumentEvidence {
  /** Front first. Empty where the caller sent fields or a zone without pictures. */
  readonly sides: readonly SideEvidence[];
  readonly zone?: ZoneEvidence;
  readonly barcodes: readonly BarcodeEvidence[];
  /** What the caller stated instead of a picture. */
  readonly stated?: DocumentFields;
  readonly models: readonly ModelRef[];
  readonly missingLanguages?: readonly MissingLanguage[];
}
