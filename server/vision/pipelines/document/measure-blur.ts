import { boxBlur } from "@/server/vision/ops/box-blur";
import { ramp } from "@/server/vision/ops/ramp";
import type { Plane } from "@/server/vision/types";

/**
 * Sharpness of print, 0–1, without a reference (after Crété and others, 2007): blurring a sharp picture again changes
 * its steps much, blurring a blurred one hardly. Looked at only where there is print.
 */
export function printSharpness(plane: Plane): number {
  const { width, height, data } = plane;
  const soft = boxBlur(plane, 2).data;
  const counts = new Uint32Array(512);
  let all = 0;
  for (let y = 2; y < height - 2; y += 2) {
    for (let x = 2; x < width - 2; x += 2, all++) {
      const p = y * width + x;
      counts[Math.min(511, Math.abs(data[p + 1] - data[p]) + Math.abs(data[p + width] - data[p])) | 0]++;
    }
  }
  // The step that one in two hundred exceeds: that of print, not of paper, however little print there is.
  let steep = 511;
  for (let above = 0; steep > 0 && above + counts[steep] <= all / 200; steep--) above += counts[steep];
  if (steep < 4) return 0;
  let before = 0;
  let lost = 0;
  for (let y = 2; y < height - 2; y++) {
    for (let x = 2; x < width - 2; x++) {
      const p = y * width + x;
      const step = Math.abs(data[p + 1] - data[p]) + Math.abs(data[p + width] - data[p]);
      if (step < steep * 0.5) continue;
      before += step;
      lost += Math.max(0, step - Math.abs(soft[p + 1] - soft[p]) - Math.abs(soft[p + width] - soft[p]));
    }
  }
  return before === 0 ? 0 : ramp(lost / before, 0.35, 0.8);
}
