import { writeFile } from "node:fs/promises";
import path from "node:path";
import { people } from "@/scripts/specimens/people";
import { selfieJpeg } from "@/scripts/specimens/selfie";
import { specimenVerification } from "@/scripts/specimens/specimen-verification";

/**
 * `tsx bench/draw-match-pairs.ts DIR`: writes 12-megapixel selfies and documents of six drawn people, `0-selfie.jpg`,
 * `0-front.jpg` …
 */
const folder = process.argv[2];
await Promise.all(
  people.slice(0, 6).map(async (person, seed) => {
    const selfie = await selfieJpeg(person.face, { width: 3024, height: 4032, seed });
    const { front } = await specimenVerification({ person, seed });
    await writeFile(path.join(folder, `${seed}-selfie.jpg`), selfie);
    await writeFile(path.join(folder, `${seed}-front.jpg`), front);
  }),
);
process.exit(0);
