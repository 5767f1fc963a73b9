import { answerQuestions } from "@/components/capture/vision/answer-questions";
import { CARD, LANDMARKER_WASM } from "@/components/capture/vision/landmarker-files";
import { landmarkerMeter } from "@/components/capture/vision/landmarker-meter";

/** Faces by MediaPipe's landmarker, where the operator installed it (`CAPTURE_TRACKER=mediapipe`). */
let meter: ReturnType<typeof landmarkerMeter> | undefined;
const opened = () => {
  meter ??= landmarkerMeter({ ...LANDMARKER_WASM, model: CARD.address });
  meter.catch(() => {
    meter = undefined;
  });
  return meter;
};

answerQuestions({
  load: async () => {
    const report = await opened();
    report({ width: 64, height: 64, data: new Uint8ClampedArray(64 * 64 * 3) });
  },
  face: async (image) => (await opened())(image),
});
