import { cameraSettings } from "@/server/domain/liveness/injection/camera-settings";
import { frameTiming } from "@/server/domain/liveness/injection/frame-timing";
import { frozenFrames } from "@/server/domain/liveness/injection/frozen-frames";
import { leftOut } from "@/server/domain/liveness/injection/left-out";
import { loopedFrames } from "@/server/domain/liveness/injection/looped-frames";
import { nonce } from "@/server/domain/liveness/injection/nonce";
import { promptTimes } from "@/server/domain/liveness/injection/prompt-times";
import { seenBefore } from "@/server/domain/liveness/injection/seen-before";
import type { InjectionSignal } from "@/server/domain/liveness/injection/signal";
import { staticNoise } from "@/server/domain/liveness/injection/static-noise";
import { virtualCamera } from "@/server/domain/liveness/injection/virtual-camera";

/** Every signal of injection and replay. */
export const INJECTION_SIGNALS: readonly InjectionSignal[] = [
  virtualCamera,
  cameraSettings,
  frameTiming,
  frozenFrames,
  loopedFrames,
  staticNoise,
  promptTimes,
  nonce,
  leftOut,
  seenBefore,
];
