import { characterClasses, fitsClass, LETTER } from "./character-class";
import { runCheck, runChecks } from "./run-checks";
import type { MrzCheckSpec, MrzFinding, MrzFormat, MrzRepair } from "./types";

/**
 * Undoes misread look-alikes in positions that a check digit covers: letters where only digits may stand, and at most
 * one free exchange a digit, taken only if it is the only one under which the digit, and the composite, hold.
 */

const LOOK_ALIKES: Readonly<Record<string, string>> = {
  O: "0",
  "0": "O",
  I: "1",
  "1": "I",
  S: "5",
  "5": "S",
  B: "8",
  "8": "B",
  Z: "2",
  "2": "Z",
  G: "6",
  "6": "G",
  K: "<",
  C: "<",
  L: "<",
  "<": "KCL",
};

interface Position {
  readonly line: number;
  readonly column: number;
}

type Exchange = MrzRepair;

function positionsOf(spec: MrzCheckSpec): Position[] {
  const positions: Position[] = [];
  for (const { line, start, end } of spec.over) {
    for (let column = start; column < end; column++) positions.push({ line, column });
  }
  positions.push(spec.digit);
  return positions;
}

function apply(lines: readonly string[], exchanges: readonly Exchange[]): readonly string[] {
  const out = [...lines];
  for (const { line, column, to } of exchanges) {
    out[line] = out[line].slice(0, column) + to + out[line].slice(column + 1);
  }
  return out;
}

/** Every look-alike of the character that may stand at the position. */
function choices(lines: readonly string[], format: MrzFormat, at: Position, check: Exchange["check"]): Exchange[] {
  const from = lines[at.line][at.column];
  const allowed = characterClasses(format.id)[at.line][at.column];
  return [...(LOOK_ALIKES[from] ?? "")]
    .filter((to) => fitsClass(to.charCodeAt(0), allowed))
    .map((to) => ({ line: at.line, column: at.column, from, to, check }));
}

/** The exchanges that the character classes alone demand; null where a wrong character has no look-alike. */
function demanded(lines: readonly string[], format: MrzFormat, spec: MrzCheckSpec): Exchange[] | null {
  const classes = characterClasses(format.id);
  const exchanges: Exchange[] = [];
  for (const at of positionsOf(spec)) {
    const allowed = classes[at.line][at.column];
    if ((allowed & LETTER) !== 0 || fitsClass(lines[at.line].charCodeAt(at.column), allowed)) continue;
    const options = choices(lines, format, at, spec.id);
    if (options.length !== 1) return null;
    exchanges.push(options[0]);
  }
  return exchanges;
}

/** Every way, by the demanded exchanges and at most one free one, to make the check hold. */
function candidatesFor(lines: readonly string[], format: MrzFormat, spec: MrzCheckSpec): Exchange[][] {
  const must = demanded(lines, format, spec);
  if (must === null) return [];
  const base = apply(lines, must);
  if (runCheck(base, spec).valid) return must.length > 0 ? [must] : [];
  const found: Exchange[][] = [];
  for (const at of positionsOf(spec)) {
    if (must.some((done) => done.line === at.line && done.column === at.column)) continue;
    for (const exchange of choices(base, format, at, spec.id)) {
      if (runCheck(apply(base, [exchange]), spec).valid) found.push([...must, exchange]);
    }
  }
  return found;
}

export interface RepairedMrz {
  readonly lines: readonly string[];
  readonly repairs: readonly MrzRepair[];
  readonly findings: readonly MrzFinding[];
}

function ambiguity(spec: MrzCheckSpec, count: number): MrzFinding {
  const range = { line: spec.digit.line, start: spec.digit.column, end: spec.digit.column + 1 };
  const message = `${count} different look-alike exchanges would make the check digit of ${spec.id} hold; none was made.`;
  return { code: "ambiguous_repair", severity: "warning", field: spec.id, range, message };
}

/** `lines` have the layout's lengths. Names are covered by no digit and are never touched. */
export function repairMrz(lines: readonly string[], format: MrzFormat): RepairedMrz {
  const findings: MrzFinding[] = [];
  const composite = format.checks.find((spec) => spec.id === "composite");
  const open: { spec: MrzCheckSpec; candidates: Exchange[][] }[] = [];
  let repairs: Exchange[] = [];
  for (const spec of format.checks) {
    if (spec === composite) continue;
    const candidates = candidatesFor(lines, format, spec);
    if (candidates.length === 1) repairs.push(...candidates[0]);
    else if (candidates.length > 1) open.push({ spec, candidates });
  }
  if (composite) repairs.push(...(demanded(apply(lines, repairs), format, { ...composite, over: [] }) ?? []));
  const settled = apply(lines, repairs);
  for (const { spec, candidates } of open) {
    const fitting = composite
      ? candidates.filter((one) => runCheck(apply(settled, one), composite).valid)
      : ([] as Exchange[][]);
    if (open.length === 1 && fitting.length === 1) repairs.push(...fitting[0]);
    else findings.push(ambiguity(spec, candidates.length));
  }
  const last = composite && repairOptional(apply(lines, repairs), format, composite);
  if (last && last.length === 1) repairs.push(...last[0]);
  else if (composite && last && last.length > 1) findings.push(ambiguity(composite, last.length));
  if (composite && repairs.length > 0 && !holdsTogether(lines, repairs, format)) repairs = [];
  return { lines: repairs.length > 0 ? apply(lines, repairs) : lines, repairs, findings };
}

/** Where only the composite still fails, it may vouch for one exchange in what it alone covers. */
function repairOptional(lines: readonly string[], format: MrzFormat, composite: MrzCheckSpec): Exchange[][] {
  const others = format.checks.filter((spec) => spec !== composite);
  if (runCheck(lines, composite).valid || !others.every((spec) => runCheck(lines, spec).valid)) return [];
  const covered = new Set(others.flatMap((spec) => positionsOf(spec).map((at) => `${at.line}.${at.column}`)));
  const found: Exchange[][] = [];
  for (const at of positionsOf(composite)) {
    if (covered.has(`${at.line}.${at.column}`)) continue;
    for (const exchange of choices(lines, format, at, "composite")) {
      const tried = runChecks(apply(lines, [exchange]), format);
      if (tried.every((check) => check.valid)) found.push([exchange]);
    }
  }
  return found;
}

/**
 * A free exchange that leaves the composite wrong may hide an alteration: then only demanded ones could stay, so none
 * do.
 */
function holdsTogether(lines: readonly string[], repairs: readonly Exchange[], format: MrzFormat): boolean {
  const after = runChecks(apply(lines, repairs), format);
  return after.find((check) => check.id === "composite")?.valid === true;
}
