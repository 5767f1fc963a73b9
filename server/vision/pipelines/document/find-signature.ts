import type { PageLine } from "@/server/vision/pipelines/text/read-page";
import type { Box, Quad } from "@/server/vision/types";

/** The words that issuers print at the place of the holder's signature, and the number that licences print there. */
const LABEL =
  /signature|unterschrift|firma\b|assinatura|handtekening|podpis|potpis|allekirjoitus|allkiri|paraksts|para[sš]as|namnteckning|underskrift|semn[aă]tura|al[aá][ií]r[aá]s|imza|n[eë]nshkrimi|подпис|підпис|потпис|υπογραφ/iu;
const LICENCE_NUMBER = /^7[.,]?$/;
const DATE_NUMBER = /^4\s?[ab]/i;
/**
 * Label heights between a label and its signature, at most, and how much higher than its label a signature is, at
 * least.
 */
const REACH = 3.5;
const TALLER = 0.95;
/** Share of the line's height that is cut beyond it: flourishes leave the line. */
const MARGIN = 0.45;

/**
 * Where the holder signed: the writing next to the word for it, or below the portrait where no such word is legible.
 * `lines`: all that was seen on the page, read or not; `portrait`: frame of the portrait, where there is one. Undefined
 * where nothing is.
 */
export function findSignature(lines: readonly PageLine[], portrait: Box | undefined): Box | undefined {
  const boxes = lines.map(({ text, quad }) => ({ text, box: boxOf(quad) }));
  const writing = boxes.filter(({ text }) => !/\d|<</.test(text) && !LABEL.test(text));
  const label =
    boxes.find(({ text }) => LABEL.test(text)) ?? boxes.find(({ text }) => LICENCE_NUMBER.test(text.trim()));
  const places = writing.map(({ box }) => box);
  const beside = label && nearest(places, label.box);
  const found = beside ?? (label ? undefined : (inColumn(boxes, places) ?? belowPortrait(places, portrait)));
  if (!found) return undefined;
  const margin = found.height * MARGIN;
  return {
    x: found.x - margin,
    y: found.y - margin,
    width: found.width + 2 * margin,
    height: found.height + 2 * margin,
  };
}

function nearest(writing: readonly Box[], label: Box): Box | undefined {
  const gap = (box: Box) => {
    const down = Math.abs(box.y + box.height / 2 - label.y - label.height / 2) / label.height;
    const apart = Math.max(0, box.x - label.x - label.width, label.x - box.x - box.width) / label.height;
    return down + apart;
  };
  return writing
    .filter((box) => box.height >= TALLER * label.height && gap(box) <= REACH)
    .sort((a, b) => gap(a) - gap(b))[0];
}

/** Licences of the EU model stand it under the column of their values, below the number: the highest writing there. */
function inColumn(
  lines: readonly { readonly text: string; readonly box: Box }[],
  writing: readonly Box[],
): Box | undefined {
  const date = lines.find(({ text }) => DATE_NUMBER.test(text.trim()))?.box;
  const values = date && lines.filter(({ box }) => Math.abs(box.y - date.y) < date.height && box.x >= date.x);
  if (!date || !values) return undefined;
  const right = Math.max(...values.map(({ box }) => box.x + box.width));
  return writing
    .filter(
      ({ x, y, width }) => y > date.y + 2.5 * date.height && x > date.x && x + width / 2 < right + date.height * 6,
    )
    .filter(({ width, height }) => width > 3 * height)
    .sort((a, b) => b.height - a.height)[0];
}

function belowPortrait(writing: readonly Box[], portrait: Box | undefined): Box | undefined {
  if (!portrait) return undefined;
  return writing.find((box) => {
    const common = Math.min(box.x + box.width, portrait.x + portrait.width) - Math.max(box.x, portrait.x);
    const gap = box.y + box.height / 2 - portrait.y - portrait.height;
    return common > 0.5 * box.width && gap > 0 && gap < 0.5 * portrait.height && box.height > 0.08 * portrait.height;
  });
}

function boxOf(quad: Quad): Box {
  const [xs, ys] = [quad.map(({ x }) => x), quad.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
