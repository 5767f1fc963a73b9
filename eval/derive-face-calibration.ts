import { writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { fitCalibration } from "@/eval/face-calibration/fit-calibration";
import { measureFaces } from "@/eval/face-pairs/face-pictures";
import { inHalf } from "@/eval/face-pairs/half";
import { readPairs } from "@/eval/face-pairs/read-pairs";
import { DEFAULT_FACE_MODEL } from "@/server/vision/models/face-space";

/**
 * `npx tsx eval/derive-face-calibration.ts --pairs pairs.csv [--model ID]`: writes `server/domain/face/calibrations/<model>.ts`
 * from half of the people named. `npm run eval -- faces --half report` then measures on the other half.
 */
const { values } = parseArgs({
  options: {
    pairs: { type: "string" },
    images: { type: "string" },
    model: { type: "string", default: DEFAULT_FACE_MODEL },
  },
});
if (!values.pairs) throw new Error("Say from what: --pairs pairs.csv");
const list = readPairs(values.pairs, values.images);
const half = inHalf([...new Set(list.identities.values())], "derive");
const files = [...list.identities].filter(([, person]) => half.has(person));
const faces = await measureFaces(
  list.folder,
  files.map(([file]) => file),
  values.model,
);
const people = [...half].map((name) => ({
  name,
  templates: files
    .flatMap(([file, person]) => (person === name ? [faces.get(file)?.evidence.template ?? []] : []))
    .filter((t) => t.length > 0),
}));
const { id, version } = [...faces.values()][0].evidence.model;
const stored = fitCalibration(
  { id, version },
  people.filter((p) => p.templates.length > 0),
);
const name = `${id.replace(/[-+](\w)/g, (_, c: string) => c.toUpperCase())}Calibration`;
const file = path.join("server/domain/face/calibrations", `${id.replace("+", "-")}.ts`);
writeFileSync(
  file,
  `import type { StoredCalibration } from "@/server/domain/face/calibration";

/** Written by eval/derive-face-calibration.ts: statistics over ${people.length} people; no centre stands for fewer than five of them. */
export const ${name}: StoredCalibration = ${JSON.stringify(stored, null, 2)};
`,
);
console.log(`wrote ${file}`);
process.exit(0);
