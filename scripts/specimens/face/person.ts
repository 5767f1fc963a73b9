/**
 * Everything that makes one drawn head differ from another. Lengths are in head units: half a medium face width is 1.
 */
export type HairStyle =
  | "bald"
  | "buzz"
  | "short"
  | "side-part"
  | "receding"
  | "curly"
  | "bob"
  | "long"
  | "fringe"
  | "bun"
  | "afro"
  | "wavy"
  | "headscarf";
export type BeardStyle = "none" | "stubble" | "moustache" | "goatee" | "full";

export interface FaceShape {
  /** Factors around 1. */
  readonly faceWidth: number;
  readonly jawWidth: number;
  readonly chinWidth: number;
  readonly chinLength: number;
  readonly foreheadHeight: number;
  readonly cheekbones: number;
  readonly eyeSpacing: number;
  readonly eyeSize: number;
  /** 0.7 narrow … 1.3 round. */
  readonly eyeOpening: number;
  /** Radians; positive lifts the outer corner. */
  readonly eyeTilt: number;
  readonly browHeight: number;
  readonly browThickness: number;
  /** Radians; positive lifts the outer end. */
  readonly browTilt: number;
  readonly browArch: number;
  readonly noseLength: number;
  readonly noseWidth: number;
  readonly noseHeight: number;
  readonly mouthWidth: number;
  readonly lipFullness: number;
  readonly mouthHeight: number;
  readonly mouthCurve: number;
  readonly earSize: number;
}

export interface FaceColours {
  readonly skin: string;
  readonly hair: string;
  readonly eyes: string;
  readonly lips: string;
}

export interface Face {
  readonly shape: FaceShape;
  readonly colours: FaceColours;
  readonly hair: HairStyle;
  readonly beard: BeardStyle;
  /** 0 young … 1 old: lines, folds, grey is a colour. */
  readonly age: number;
  /** 0 … 1. */
  readonly freckles: number;
  readonly glasses: boolean;
  readonly clothes: { readonly colour: string; readonly neckline: "crew" | "v" | "collar" };
  /** Seeds mottling, strands, moles: what is left when two people share all parameters. */
  readonly seed: number;
}

/** How the head is held and what the face does in one picture. Angles in radians. */
export interface Pose {
  /** Positive turns the head to its own left (image right). */
  readonly yaw: number;
  /** Positive looks up. */
  readonly pitch: number;
  readonly roll: number;
  /** 0 open … 1 closed. */
  readonly blink: number;
  /** −1 … 1, image right and down positive. */
  readonly gazeX: number;
  readonly gazeY: number;
  /** 0 … 1. */
  readonly mouthOpen: number;
  /** 0 … 1. */
  readonly smile: number;
}

export const frontalPose: Pose = { yaw: 0, pitch: 0, roll: 0, blink: 0, gazeX: 0, gazeY: 0, mouthOpen: 0, smile: 0 };

export interface Lighting {
  /** Radians: where the key light stands, to image right and up. */
  readonly azimuth: number;
  readonly elevation: number;
  readonly strength: number;
  readonly ambient: number;
  readonly colour: string;
  /** Light thrown by a screen in front of the face: colour and strength 0 … 1. */
  readonly screen?: { readonly colour: string; readonly strength: number };
}

export const studioLight: Lighting = {
  azimuth: -0.5,
  elevation: 0.6,
  strength: 0.85,
  ambient: 0.62,
  colour: "#fff6ea",
};

/** A fictional person: the face, and what their papers say. */
export interface Person {
  readonly id: string;
  readonly surname: string;
  readonly givenNames: string;
  readonly sex: "M" | "F" | "X";
  /** ISO date. */
  readonly birthDate: string;
  readonly birthPlace: string;
  /** ICAO code of the nationality. */
  readonly nationality: string;
  /** Metres. */
  readonly height: number;
  readonly face: Face;
}
