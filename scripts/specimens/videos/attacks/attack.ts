import type { Face } from "../../face/person";
import type { FaceSceneOptions, Timed } from "../face-scene";
import type { Scene } from "../scene";

/**
 * What an attack has to work with: a picture of the victim, an attacker's own face, and the challenge it must answer.
 */
export interface AttackSetting extends FaceSceneOptions {
  readonly victim: Face;
  readonly attacker: Face;
  readonly acts: readonly Timed[];
}

/** One way to cheat, filmed. Adding an attack adds a file here. */
export interface Attack {
  readonly id: string;
  readonly title: string;
  /** What a judge should hold against it. */
  readonly expected:
    | "print"
    | "screen_picture"
    | "screen"
    | "loop"
    | "frozen"
    | "wrong_order"
    | "too_early"
    | "several_faces"
    | "another_person"
    | "no_answer"
    | "virtual_camera";
  /** Frames must be written without fresh noise: the attack repeats stored ones. */
  readonly stored?: boolean;
  /** The name of the camera, where it is not an ordinary one's. */
  readonly label?: string;
  readonly film: (setting: AttackSetting) => Promise<Scene>;
}
