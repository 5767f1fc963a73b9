import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { showProgress } from "@/eval/show-progress";
import { people } from "@/scripts/specimens/people";
import { encodeJpeg } from "@/scripts/specimens/picture";
import { drawSelfie } from "@/scripts/specimens/selfie";
import { recapturePaper, recaptureScreen } from "@/scripts/specimens/wear/recapture";

/**
 * `npx tsx eval/draw-liveness-set.ts --out DIR`: two selfies of every drawn person, each also as shown on a screen and as printed,
 * with `labels.json` as `npm run eval -- liveness` reads it.
 */
const { values } = parseArgs({ options: { out: { type: "string" } } });
if (!values.out) throw new Error("Say where to: --out DIR");
const folder = values.out;
mkdirSync(folder, { recursive: true });

const SIZES = [
  { width: 1080, height: 1440, quality: 92 },
  { width: 720, height: 960, quality: 82 },
];
const labels: object[] = [];
for (const [i, person] of people.entries()) {
  for (const [k, { width, height, quality }] of SIZES.entries()) {
    const selfie = await drawSelfie(person.face, { seed: i * 7 + k * 131 + 3, width, height });
    const shown = [
      { kind: "live", image: selfie, quality, attack_type: null },
      { kind: "screen", image: recaptureScreen(selfie, i * 5 + k), quality: 85, attack_type: "screen" },
      { kind: "paper", image: recapturePaper(selfie, i * 5 + k), quality: 85, attack_type: "print" },
    ];
    for (const { kind, image, quality: q, attack_type } of shown) {
      const file = `${person.id}_${k}_${kind}.jpg`;
      writeFileSync(path.join(folder, file), await encodeJpeg(image, q));
      labels.push({ file, label: attack_type ? "attack" : "bona_fide", attack_type, subject: person.id });
    }
  }
  showProgress(i + 1, people.length);
}
writeFileSync(path.join(folder, "labels.json"), `${JSON.stringify(labels, null, 2)}\n`);
console.log(`wrote ${labels.length} pictures to ${folder}`);
