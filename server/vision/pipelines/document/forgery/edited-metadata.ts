import { gray } from "@/server/vision/ops/gray";
import { ramp } from "@/server/vision/ops/ramp";
import { resize } from "@/server/vision/ops/resize";
import type { FileFacts, ForgerySign, SeenSign } from "@/server/vision/pipelines/document/forgery/types";
import type { Image } from "@/server/vision/types";

/** Programs that change what a picture shows. What cameras, phones and scanners name is not among them. */
const EDITORS =
  /photoshop|lightroom|gimp|paint\.net|paint shop|affinity|pixelmator|photopea|snapseed|picsart|canva|krita|corel|facetune|meitu|polarr|acorn|illustrator|inkscape|imageready|fireworks|irfanview|picasa|figma/i;

/**
 * Naming an editor alone: scans are cropped and shrunk in one every day. Noted, but below what a person should look at.
 */
const NAMED = 0.4;
/** The same file names the camera that took the picture: what came out of it was opened again. */
const CAMERA = 0.3;
const LATER = 0.2;
const MINUTE = 60_000;

/** What the file itself says of editing. Undefined for a file that says nothing of its making. */
export function judgeFile(file: FileFacts): SeenSign | undefined {
  const { software, camera, takenAt, changedAt, thumbnail, picture } = file;
  if (software.length === 0 && !camera && takenAt === undefined && !thumbnail) return undefined;
  const editor = software.find((name) => EDITORS.test(name));
  const later = takenAt !== undefined && changedAt !== undefined && changedAt - takenAt > MINUTE;
  const named = editor ? NAMED + (camera ? CAMERA : 0) + (later ? LATER : 0) : 0;
  const likeness = thumbnail ? likenessOf(thumbnail, picture) : 1;
  const other = ramp(likeness, 0.85, 0.6) * 0.95;
  if (other > named)
    return {
      strength: other,
      note: `The small picture kept in the file shows something else (likeness ${likeness.toFixed(2)}).`,
    };
  const saved = later ? ", and it was saved after it was taken" : "";
  return editor ? { strength: Math.min(1, named), note: `The file names ${editor}${saved}.` } : { strength: 0 };
}

export const editedMetadata: ForgerySign = {
  id: "edited_metadata",
  measure: ({ file }) => file && judgeFile(file),
};

const SIDE = 48;

/** Correlation of brightness over the part that both show: cameras letterbox their thumbnails. */
function likenessOf(thumbnail: Image, picture: Image): number {
  const shared = picture.width / picture.height;
  const own = thumbnail.width / thumbnail.height;
  const [w, h] = [Math.min(1, shared / own), Math.min(1, own / shared)];
  const inner = cutMiddle(thumbnail, w, h);
  const a = gray(resize(inner, SIDE, SIDE)).data;
  const b = gray(resize(picture, SIDE, SIDE)).data;
  const n = a.length;
  let [sa, sb, saa, sbb, sab] = [0, 0, 0, 0, 0];
  for (let i = 0; i < n; i++) {
    sa += a[i];
    sb += b[i];
    saa += a[i] * a[i];
    sbb += b[i] * b[i];
    sab += a[i] * b[i];
  }
  return (sab - (sa * sb) / n) / Math.sqrt((saa - (sa * sa) / n) * (sbb - (sb * sb) / n) + 1e-6);
}

function cutMiddle({ width, height, data }: Image, w: number, h: number): Image {
  const [cw, ch] = [Math.max(1, Math.round(width * w)), Math.max(1, Math.round(height * h))];
  const [left, top] = [(width - cw) >> 1, (height - ch) >> 1];
  const out = new Uint8Array(cw * ch * 3);
  for (let y = 0; y < ch; y++) {
    const from = ((top + y) * width + left) * 3;
    out.set(data.subarray(from, from + cw * 3), y * cw * 3);
  }
  return { width: cw, height: ch, data: out };
}
