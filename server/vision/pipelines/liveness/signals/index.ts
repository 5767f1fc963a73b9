import { blockGrid } from "@/server/vision/pipelines/liveness/signals/block-grid";
import { blueSpread, redSpread } from "@/server/vision/pipelines/liveness/signals/colour-spread";
import { frameEdges } from "@/server/vision/pipelines/liveness/signals/frame-edges";
import { grain } from "@/server/vision/pipelines/liveness/signals/grain";
import { pixelGrid, printDots } from "@/server/vision/pipelines/liveness/signals/lattice";
import { fineDetail, spectrumPeaks } from "@/server/vision/pipelines/liveness/signals/spectrum";
import { blackLevel, clippedHighlights, saturation, toneRange } from "@/server/vision/pipelines/liveness/signals/tone";
import type { Signal } from "@/server/vision/pipelines/liveness/types";

/** Every passive signal. */
export const PASSIVE_SIGNALS: readonly Signal[] = [
  redSpread,
  blueSpread,
  clippedHighlights,
  blackLevel,
  toneRange,
  saturation,
  spectrumPeaks,
  fineDetail,
  blockGrid,
  grain,
  frameEdges,
  pixelGrid,
  printDots,
];
