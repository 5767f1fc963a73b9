import { faceScene } from "../face-scene";
import type { Attack } from "./attack";

/** All is as in a genuine capture but the camera's name: only that can tell. */
export const virtualCamera: Attack = {
  id: "virtual-camera",
  title: "A person whose pictures come from a program that calls itself a camera",
  expected: "virtual_camera",
  label: "OBS Virtual Camera",
  film: async (setting) => faceScene(setting.victim, setting.acts, setting),
};
