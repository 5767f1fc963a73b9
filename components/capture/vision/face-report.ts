import type { Box } from "@/server/vision/types";

/** What one frame says about the face in it. Lengths and places are shares of the frame's width and height. */
export interface FaceReport {
  readonly faces: number;
  readonly face?: {
    readonly box: Box;
    /** Degrees; yaw positive towards the right edge of the picture, which is the person's left. */
    readonly yaw: number;
    readonly pitch: number;
    readonly roll: number;
    /** How open the lids are, height over width, mean of both eyes: about 0.35 open, 0.1 shut. */
    readonly eyes: number;
    /**
     * Where the irises stand between the corners, in widths of an eye: positive towards the right edge of the picture.
     */
    readonly gaze: number;
    /** Between the centres of the eyes, share of the frame's longer side: grows as the person comes nearer. */
    readonly span: number;
    /** Variance of the Laplacian of the face at 128 pixels. */
    readonly sharpness: number;
    /** Mean luma of the face, 0–255. */
    readonly light: number;
  };
}
