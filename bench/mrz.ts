import { parse as peerParse } from "mrz";
import { formatMrz, type MrzFormatId, parseMrz } from "@/server/domain/mrz";

/** `npm run bench -- mrz`: times of reading a zone, side by side with the `mrz` package in one run. */

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

export async function run(args: string[]): Promise<void> {
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
