import card from "@/models/face-landmarker/card.json";

/** The version of @mediapipe/tasks-vision whose files these are; later ones send telemetry. */
export const LANDMARKER_PACKAGE = "0.10.35";

/** Where the capture page finds MediaPipe's program: copied there when the page is built (scripts/capture). */
const FOLDER = "/capture/mediapipe";
export const LANDMARKER_WASM = {
  loader: `${FOLDER}/vision_wasm_module_internal.js`,
  wasm: `${FOLDER}/vision_wasm_module_internal.wasm`,
} as const;

/** Where the optional model stands after `npm run models -- add face-landmarker`. */
export const CARD = { address: `/models/${card.id}/${card.file}?v=${card.sha256.slice(0, 12)}` } as const;
