const NAMES: Readonly<Record<string, string>> = {
  liveness: "Liveness",
  ocr: "Document OCR",
  validate: "Document validation",
  face_match: "Face match",
  kya: "Profile check",
  workflow: "Workflow",
};

/** What a line of an invoice is for, in words: `Workflow: Document OCR`. */
export function describeLine(line: {
  readonly kind: "fee" | "usage" | "credit";
  readonly module: string | null;
  readonly part: string | null;
  readonly plan: string | null;
}): string {
  if (line.kind === "fee") return `${line.plan} plan`;
  if (line.kind === "credit") return "Credit";
  const [module, part] = [line.module, line.part].map((name) => (name === null ? null : (NAMES[name] ?? name)));
  return part === null ? String(module) : `${module}: ${part}`;
}
