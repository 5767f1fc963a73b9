import { LINE_HEIGHT } from "@/server/vision/models/pp-ocr-rec";
import { warpAffine } from "@/server/vision/ops/warp-affine";
import type { Strip } from "@/server/vision/pipelines/text/min-area-rect";
import type { Affine, Image } from "@/server/vision/types";

/** Letters are shown this much narrower than they are: read as surely, and the reader's time goes with the width. */
const NARROWED = 0.85;
const WIDTH_MIN = 32;
const WIDTH_MAX = 1280;

/** The strip upright, LINE_HEIGHT rows high; `turned` reads it from its other end. */
export function cutStrip(image: Image, strip: Strip, turned = false): Image {
  const scale = LINE_HEIGHT / strip.breadth;
  const width = Math.round(Math.min(WIDTH_MAX, Math.max(WIDTH_MIN, strip.length * scale * NARROWED)));
  const along = width / strip.length;
  const angle = turned ? strip.angle + Math.PI : strip.angle;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const map: Affine<"source", "strip"> = {
    m: [
      cos * along,
      sin * along,
      width / 2 - (strip.cx * cos + strip.cy * sin) * along,
      -sin * scale,
      cos * scale,
      LINE_HEIGHT / 2 - (strip.cy * cos - strip.cx * sin) * scale,
    ],
  };
  return warpAffine(image, map, width, LINE_HEIGHT, { fill: "edge" });
}
