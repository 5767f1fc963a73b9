import { answerQuestions } from "@/components/capture/vision/answer-questions";
import { faceMeter } from "@/components/capture/vision/measure-face";
import { webRuntime } from "@/components/capture/vision/web-runtime";
import { infer } from "@/server/vision/infer";
import { BLAZEFACE_SIDE, blazeFace } from "@/server/vision/models/blazeface";
import { FACEMESH_SIDE, faceMesh } from "@/server/vision/models/facemesh";
import { IRIS_SIDE, irisModel } from "@/server/vision/models/iris";
import type { Image } from "@/server/vision/types";

/** Faces by our own models, the same as the server's. */
const runtime = webRuntime();
const blank = (side: number): Image => ({ width: side, height: side, data: new Uint8ClampedArray(side * side * 3) });

answerQuestions({
  load: async () => {
    await Promise.all([
      infer(runtime, blazeFace, blank(BLAZEFACE_SIDE)),
      infer(runtime, faceMesh, blank(FACEMESH_SIDE)),
      infer(runtime, irisModel, blank(IRIS_SIDE)),
    ]);
  },
  face: faceMeter(runtime),
});
