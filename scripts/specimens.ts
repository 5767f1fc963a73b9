import { parseArgs } from "node:util";
import { writeDocumentsSet } from "./specimens/sets/documents-set";
import { writeFacesSet } from "./specimens/sets/faces-set";
import { writeForgeriesSet } from "./specimens/sets/forgeries-set";
import { writeLivenessSet } from "./specimens/sets/liveness-set";
import { writeMrzSet } from "./specimens/sets/mrz-set";
import { type Output, writeInto } from "./specimens/sets/output";

/**
 * `npm run specimens -- --out DIR [--count N] [--people N] [--seed S] [--only documents,faces,liveness,forgeries,mrz]`
 * writes a labelled set of drawn people and documents that `npm run eval` reads.
 */
const sets: Readonly<Record<string, (output: Output, count: number, people: number, seed: number) => Promise<void>>> = {
  documents: (output, count, _people, seed) => writeDocumentsSet(output, count, seed),
  faces: (output, _count, people, seed) => writeFacesSet(output, people, seed),
  liveness: (output, _count, people, seed) => writeLivenessSet(output, people, seed),
  forgeries: (output, count, _people, seed) => writeForgeriesSet(output, count, seed),
  mrz: (output, _count, _people, seed) => writeMrzSet(output, seed),
};

function wholeNumber(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} takes a whole number from 1, not "${text}"`);
  return value;
}

const readme = `# Drawn specimens

People and documents drawn by veriFlow's own generator, with what a perfect reader finds in each. No person was photographed
and no state's document copied; every page says SPECIMEN. Measure with:

    npm run eval -- documents --labels documents/labels.json
    npm run eval -- faces --pairs faces/pairs.csv
    npm run eval -- liveness --labels liveness/labels.json
    npm run eval -- documents --labels forgeries/labels.json
    npm run eval -- mrz --vectors mrz/vectors.json

Drawn faces lie apart by choice: a rate measured on them says nothing about people.
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      out: { type: "string" },
      count: { type: "string", default: "24" },
      people: { type: "string", default: "12" },
      seed: { type: "string", default: "1" },
      only: { type: "string", default: Object.keys(sets).join(",") },
    },
  });
  if (!values.out)
    throw new Error(
      "say where to: npm run specimens -- --out DIR [--count N] [--people N] [--seed S] [--only documents,faces,liveness,forgeries,mrz]",
    );
  const output: Output = { folder: values.out, say: (line) => console.log(line) };
  const chosen = values.only.split(",");
  const unknown = chosen.find((name) => !(name in sets));
  if (unknown !== undefined) throw new Error(`--only knows ${Object.keys(sets).join(", ")}, not "${unknown}"`);
  const [count, people, seed] = [
    wholeNumber("count", values.count),
    wholeNumber("people", values.people),
    wholeNumber("seed", values.seed),
  ];
  for (const name of chosen) await sets[name](output, count, people, seed);
  await writeInto(output, "README.md", readme);
  console.log(`written to ${values.out}`);
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
