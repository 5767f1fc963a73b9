import type { InjectionSignal } from "@/server/domain/liveness/injection/signal";

const EACH = 0.3;

/** Parts of the capture report that every browser can give. */
export const leftOut: InjectionSignal = {
  id: "signals_left_out",
  find: ({ report, challenge }) => {
    if (!challenge) return undefined;
    const camera = report?.camera;
    const missing = [
      ...(report?.prompts ? [] : ["prompts"]),
      ...(report?.frame_times && report.frame_times.length > 1 ? [] : ["frame_times"]),
      ...(camera?.label ? [] : ["camera.label"]),
      ...(camera?.settings?.width && camera.settings.height ? [] : ["camera.settings"]),
    ];
    if (missing.length === 0) return undefined;
    const message = "The client left out signals that it could have sent.";
    return { message, value: missing.join(", "), weight: Math.min(0.6, EACH * missing.length) };
  },
};
