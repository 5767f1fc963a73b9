import type { InjectionSignal } from "@/server/domain/liveness/injection/signal";

/** Names under which programs that play films as a camera register themselves. */
const NAMES =
  /\b(obs|virtual|manycam|snap camera|xsplit|vcam|e2esoft|splitcam|camtwist|droidcam|iriun|epoccam|ivcam|youcam|sparkocam|webcammax|altercam|chromacam|mmhmm|prism live|ndi|v4l2loopback|dummy video|loopback|deepfacelive|avatarify|akvcam|unity capture|fakewebcam|camo studio|broadcast camera)\b/i;

/** The camera's own name is that of a program. It can be renamed, so a clean name proves nothing. */
export const virtualCamera: InjectionSignal = {
  id: "virtual_camera",
  find: ({ report }) => {
    const label = report?.camera?.label;
    if (label === undefined || !NAMES.test(label)) return undefined;
    return { message: "The camera is a program that plays pictures.", value: label, weight: 0.7 };
  },
};
