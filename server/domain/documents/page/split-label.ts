import { fieldLabels, type PageField } from "./field-labels";
import { editsWithin, squash } from "./squash-text";

/** Parts a printed line into the field labels it begins with and what follows them. */

export interface SplitLine {
  /** The line begins with a label, of a field or of something else. */
  readonly label: boolean;
  /** Fields in the order their labels stand; empty where the line names none. */
  readonly fields: readonly PageField[];
  /** What follows the labels; empty where the line is label only. */
  readonly rest: string;
  /** 0–1: how well the labels were legible. */
  readonly quality: number;
}

type Meaning = PageField | "none";

/** Labels of what is no field of ours: they are no values either. */
const OTHERS =
  "signature|signature of bearer|signature of holder|holder s signature|signature du titulaire|unterschrift|firma|firma del titular|assinatura|handtekening|podpis|potpis|allekirjoitus|allkiri|paraksts|parasas|namnteckning|underskrift|semnatura|alairas|imza|подпись|підпис|потпис|υπογραφη|nenshkrimi|type|typ|tipo|code|country code|code of issuing state|code du pays|pais|pays|country|issuing state|issuing country|height|taille|grosse|estatura|altezza|altura|eyes|eye color|hair|hgt|wgt|end|endorsements|restr|restrictions|donor|organ donor|veteran|rev|dd|name at birth|geburtsname|nom de naissance|card expires|resident since|remarks|observations|endorsements and limitations|specimen|colour of eyes|couleur des yeux|augenfarbe|group|religion|father s name|mother s name|blood group";

interface Label {
  readonly field: Meaning;
  readonly text: string;
}

const labels: readonly Label[] = [
  ...fieldLabels.map(({ field, words }): Label => ({ field, text: words.join("") })),
  ...OTHERS.split("|").map((phrase): Label => ({ field: "none", text: squash(phrase).text })),
].sort((a, b) => b.text.length - a.text.length);

const exact = new Map<string, Meaning>();
for (const { field, text } of labels) if (!exact.has(text)) exact.set(text, field);

/** `1.`, `4a`, `(3)`, `12/` before a label. */
const FIELD_NUMBER = /^\s*\(?(?:4\s?[a-d]|9\s?a|\d{1,2})[.,):/]?\s*(?=[^\s\d.])/i;
/** Labels that also begin names and values: they count only where a mark or nothing follows. */
const SHORT = 6;

interface Match {
  readonly field: Meaning;
  /** Where the label ends in the segment; its length where the whole segment is label. */
  readonly end: number;
  readonly quality: number;
}

/** The whole segment as one label, misread letters allowed: more of them where another language stands beside it. */
function wholeMatch(text: string, share: number): { field: Meaning; quality: number } | null {
  const known = exact.get(text);
  if (known) return { field: known, quality: 1 };
  if (text.length < 5) return null;
  let best: { field: Meaning; edits: number } | null = null;
  for (const label of labels) {
    if (label.text.length < 5) break;
    const max = Math.min(Math.floor(label.text.length * share), (best?.edits ?? 99) - 1);
    if (max < 1) continue;
    const edits = editsWithin(text, label.text, max);
    if (edits <= max) best = { field: label.field, edits };
  }
  return best && { field: best.field, quality: Math.max(0.6, 1 - best.edits / text.length) };
}

function matchSegment(segment: string, bilingual: boolean): Match | null {
  const { text, at } = squash(segment);
  if (text === "") return null;
  const whole = wholeMatch(text, bilingual ? 0.34 : 0.22);
  if (whole) return { ...whole, end: segment.length };
  for (const label of labels) {
    if (label.text.length >= text.length || !text.startsWith(label.text)) continue;
    const end = at[label.text.length - 1] + 1;
    const follows = segment.slice(end);
    const parted = /^\s*(\([^)]*\))?\s*[.:：#°º*]|^\s*\(?s\)?\s*:|^\s*\d/iu.test(follows);
    const blank = /^\s/.test(follows);
    const sex = label.field === "sex" && /^[\s:]*[MFX]$/i.test(follows);
    if (parted || sex || (label.text.length > SHORT && (blank || label.text.length > 8))) {
      return { field: label.field, end, quality: 1 };
    }
  }
  return null;
}

/** Leading hints in brackets (“(s)”, “(Y-M-D)”) and marks gone. */
const clean = (text: string) =>
  text
    .replace(/^\s*\([^)]*\)/, "")
    .replace(/^[\s.:：/|)\]#°º*\-–—]+/, "")
    .trim();

function segmentsOf(body: string): { text: string; start: number }[] {
  const out: { text: string; start: number }[] = [];
  let start = 0;
  for (const text of body.split(/[/|·•]|\s-\s/)) {
    out.push({ text, start: body.indexOf(text, start) });
    start = out[out.length - 1].start + text.length;
  }
  return out;
}

/** @returns the labels a line begins with; a line that begins with none has its whole text as `rest` */
export function splitLabel(line: string): SplitLine {
  const offset = FIELD_NUMBER.exec(line)?.[0].length ?? 0;
  const body = line.slice(offset);
  const segments = segmentsOf(body);
  const matches = segments.map(({ text }) => matchSegment(text, segments.length > 1));
  const first = matches.findIndex((match) => match !== null);
  if (first === -1) return { label: false, fields: [], rest: line, quality: 0 };
  const found = matches.filter((match) => match !== null);
  const fields = [...new Set(found.map(({ field }) => field))].filter((field) => field !== "none");
  const quality = Math.max(...found.map((match) => match.quality));
  const last = matches.findLastIndex((match) => match !== null);
  const [segment, match] = [segments[last], matches[last]!];
  const inline = clean(body.slice(segment.start + match.end));
  // What follows the last label after a slash is the same label in a language we do not know, unless it has figures.
  const foreign = match.end === segment.text.length && !/\d/.test(inline);
  return { label: true, fields, rest: foreign ? "" : inline, quality };
}
