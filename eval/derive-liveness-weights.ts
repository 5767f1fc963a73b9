import { writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { inHalf } from "@/eval/face-pairs/half";
import { readPairs } from "@/eval/face-pairs/read-pairs";
import { type MeasuredPicture, measurePictures, readLabels } from "@/eval/liveness-pictures";
import { CUES } from "@/eval/liveness-weights/cues";
import { type Example, fitAttack, fitGenuine } from "@/eval/liveness-weights/fit-attack";
import type { PassiveWeights } from "@/server/domain/liveness/passive-model";

/**
 * `npx tsx eval/derive-liveness-weights.ts --labels labels.json --pairs pairs.csv --drawn labels.json`: writes
 * `server/domain/liveness/passive-weights.ts` from half of the subjects, half of the people and drawn pictures with simulated
 * recaptures. `npm run eval -- liveness --half report` then measures on the other half.
 */
const { values } = parseArgs({
  options: { labels: { type: "string" }, pairs: { type: "string" }, drawn: { type: "string" } },
});
if (!values.labels || !values.pairs || !values.drawn) throw new Error("Say from what: --labels, --pairs and --drawn");

const labels = readLabels(values.labels);
const subjects = inHalf([...new Set(labels.map((l) => l.subject ?? l.file))], "derive");
const real = await measurePictures(
  path.dirname(values.labels),
  labels.filter((l) => subjects.has(l.subject ?? l.file)),
);
const drawn = await measurePictures(path.dirname(values.drawn), readLabels(values.drawn));
const people = await measurePeople(values.pairs);

const genuine = [...toExamples(real, 1), ...toExamples(people, 0.5), ...toExamples(drawn, 0.7)].filter(
  (e) => !e.attack,
);
const attacks = {
  real: toExamples(real, 1).filter((e) => e.attack),
  drawn: toExamples(drawn, 0.7).filter((e) => e.attack),
};
const weights: PassiveWeights = {
  pattern: fitAttack(CUES.pattern, [...genuine, ...attacks.drawn]),
  paper: fitAttack(CUES.paper, [...genuine, ...attacks.real]),
  glow: fitGenuine(CUES.glow, genuine),
};
const file = "server/domain/liveness/passive-weights.ts";
writeFileSync(
  file,
  `import type { PassiveWeights } from "@/server/domain/liveness/passive-model";

/** Written by eval/derive-liveness-weights.ts from ${genuine.length} genuine pictures, ${attacks.real.length} attacks and ${attacks.drawn.length} simulated ones. */
export const PASSIVE_WEIGHTS: PassiveWeights = ${JSON.stringify(weights, null, 2)};
`,
);
console.log(`wrote ${file}`);
process.exit(0);

function toExamples(pictures: readonly MeasuredPicture[], weight: number): Example[] {
  return pictures
    .filter((p) => p.evidence.faces > 0)
    .map((p) => ({ signals: p.evidence.signals, attack: p.label === "attack", weight }));
}

/** Ordinary photographs of half of the people, as genuine pictures; crops below 200 pixels say too little. */
async function measurePeople(file: string): Promise<MeasuredPicture[]> {
  const list = readPairs(file, undefined);
  const half = inHalf([...new Set(list.identities.values())], "derive");
  const files = [...list.identities].filter(([name, person]) => half.has(person) && !name.startsWith("nuaa"));
  const measured = await measurePictures(
    list.folder,
    files.map(([name]) => ({ file: name, label: "bona_fide" as const })),
  );
  return measured.filter((p) => (p.evidence.face?.size ?? 0) > 0.6);
}
