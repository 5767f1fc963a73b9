import { parse as peerParse } from "mrz";
import { formatMrz, type MrzFormatId, parseMrz } from "@/server/domain/mrz";

/**
 * `npm run bench -- mrz [ROUNDS]`: times of reading a zone, side by side with the `mrz` package in one run.
 * `npm run bench -- mrz --fuzz 1000000`: that many random and mutated zones, none of which may throw.
 */

const TODAY = "2026-01-15";
const PERSON = {
  issuing_state: "UTO",
  nationality: "UTO",
  surname: "Eriksson",
  given_names: "Anna Maria",
  document_number: "L898902C3",
  birth_date: "1974-08-12",
  expiry_date: "2032-04-15",
  sex: "F",
};
const CODES: Readonly<Partial<Record<MrzFormatId, string>>> = { TD1: "I", TD2: "I", TD3: "P" };

function microseconds(work: () => unknown, rounds: number): number {
  for (let i = 0; i < rounds / 5; i++) work();
  const start = performance.now();
  for (let i = 0; i < rounds; i++) work();
  return ((performance.now() - start) * 1000) / rounds;
}

const tried = (work: () => unknown) => {
  try {
    return work();
  } catch {
    return null;
  }
};

/** Small fast generator (mulberry32), so that a run can be repeated. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<<<<";

/**
 * Half of the inputs are correct zones with up to three characters changed, half are random lines of a zone's lengths
 * and others.
 */
function fuzz(count: number): { zones: number; valid: number; thrown: number; unsound: number } {
  const random = randomFrom(1);
  const pick = (text: string) => text[Math.floor(random() * text.length)];
  const correct = Object.entries(CODES).map(([id, document_code]) => [
    ...formatMrz(id as MrzFormatId, { ...PERSON, document_code }).lines,
  ]);
  const tally = { zones: count, valid: 0, thrown: 0, unsound: 0 };
  for (let i = 0; i < count; i++) {
    const lines = [...correct[Math.floor(random() * correct.length)]];
    if (i % 2 === 0) {
      for (let k = Math.floor(random() * 4); k > 0; k--) {
        const line = Math.floor(random() * lines.length);
        const at = Math.floor(random() * lines[line].length);
        lines[line] = lines[line].slice(0, at) + pick(ALPHABET) + lines[line].slice(at + 1);
      }
    } else {
      for (let l = 0; l < lines.length; l++) {
        const length = random() < 0.9 ? lines[l].length : Math.floor(random() * 60);
        lines[l] = Array.from({ length }, () =>
          random() < 0.98 ? pick(ALPHABET) : String.fromCharCode(random() * 65536),
        ).join("");
      }
    }
    try {
      const parsed = parseMrz(lines, { today: TODAY, repair: i % 4 > 1 });
      if (parsed.valid) tally.valid++;
      if (parsed.valid && !parsed.checks.every((check) => check.valid)) tally.unsound++;
    } catch {
      tally.thrown++;
    }
  }
  return tally;
}

export async function run(args: string[]): Promise<void> {
  const asked = args.indexOf("--fuzz");
  if (asked !== -1) {
    const tally = fuzz(Number(args[asked + 1] ?? 1_000_000));
    console.log(
      args.includes("--json")
        ? JSON.stringify(tally)
        : `${tally.zones} zones: ${tally.thrown} thrown, ${tally.unsound} called valid against a digit, ${tally.valid} valid.`,
    );
    if (tally.thrown + tally.unsound > 0) process.exitCode = 1;
    return;
  }
  const rounds = Number(args.find((arg) => /^\d+$/.test(arg)) ?? 20_000);
  const rows = Object.entries(CODES).map(([id, document_code]) => {
    const lines = [...formatMrz(id as MrzFormatId, { ...PERSON, document_code }).lines];
    const slip = lines.map((line, i) => (i === 1 ? line.replace("0", "O") : line));
    return {
      zone: id,
      ours_us: microseconds(() => parseMrz(lines, { today: TODAY }), rounds),
      peer_us: microseconds(() => tried(() => peerParse(lines)), rounds),
      ours_repair_us: microseconds(() => parseMrz(slip, { today: TODAY, repair: true }), rounds),
      peer_autocorrect_us: microseconds(() => tried(() => peerParse(slip, { autocorrect: true })), rounds),
    };
  });
  if (args.includes("--json")) {
    process.stdout.write(`${JSON.stringify({ rounds, rows })}\n`);
    return;
  }
  const round = (value: number) => Math.round(value * 100) / 100;
  console.table(
    rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([k, v]) => [k, typeof v === "number" ? round(v) : v])),
    ),
  );
}
