import type { InjectionSignal } from "@/server/domain/liveness/injection/signal";

const KINDS = ["width", "height", "frame_rate"] as const;
/** Rates are told rounded. */
const SLACK = 1;

/** `getSettings()` against `getCapabilities()`: a camera does not send what it says it cannot. */
export const cameraSettings: InjectionSignal = {
  id: "camera_settings",
  find: ({ report }) => {
    const camera = report?.camera;
    if (!camera?.settings || !camera.capabilities) return undefined;
    for (const kind of KINDS) {
      const [value, range] = [camera.settings[kind], camera.capabilities[kind]];
      if (value === undefined || !range) continue;
      const within = value >= (range.min ?? 0) - SLACK && value <= (range.max ?? Number.POSITIVE_INFINITY) + SLACK;
      if (within) continue;
      const message = `The camera sends a ${kind.replace("_", " ")} that it says it cannot.`;
      return { message, value, threshold: range.max, weight: 0.6 };
    }
    return undefined;
  },
};
