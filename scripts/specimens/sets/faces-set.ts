import sharp from "sharp";
import { portraitPicture } from "../documents/portrait";
import { people } from "../people";
import { seededRandom } from "../random";
import { selfieJpeg } from "../selfie";
import { type Output, writeInto } from "./output";

/** Selfies of one person: as asked, dim, turned, blurred; and the studio portrait that papers carry. */
const takes = [
  ["selfie", {}],
  ["dim", { light: { strength: 0.4, ambient: 0.32, colour: "#ffe0b8" }, noise: 7 }],
  ["turned", { pose: { yaw: 0.3, pitch: 0.08 } }],
  ["soft", { blur: 1.8, pose: { smile: 0.5 } }],
] as const;

/**
 * `faces/<person>/<take>.jpg` and `faces/pairs.csv`: every pair of one person, and pairs of different people by take.
 */
export async function writeFacesSet(output: Output, count: number, seed: number): Promise<void> {
  const cast = people.slice(0, Math.min(count, people.length));
  const files: { file: string; id: string; take: string }[] = [];
  for (const [i, person] of cast.entries()) {
    for (const [take, options] of takes) {
      const file = `${person.id}/${take}.jpg`;
      await writeInto(
        output,
        `faces/${file}`,
        await selfieJpeg(person.face, { width: 600, height: 800, seed: seed * 50 + i * 4 + take.length, ...options }),
      );
      files.push({ file, id: person.id, take });
    }
    const file = `${person.id}/portrait.jpg`;
    await writeInto(
      output,
      `faces/${file}`,
      await sharp(await portraitPicture(person.face))
        .jpeg({ quality: 88 })
        .toBuffer(),
    );
    files.push({ file, id: person.id, take: "portrait" });
    output.say(`faces: ${i + 1} of ${cast.length}, ${person.id}`);
  }
  const random = seededRandom(seed + 4);
  const rows = ["file_a,file_b,same,group,identity_a,identity_b"];
  for (const [i, a] of files.entries()) {
    for (const b of files.slice(i + 1)) {
      const same = a.id === b.id;
      if (!same && !random.chance(0.08)) continue;
      const group = [a.take, b.take].includes("portrait") ? "drawn_portrait_to_selfie" : "drawn_selfies";
      rows.push([a.file, b.file, same ? 1 : 0, group, a.id, b.id].join(","));
    }
  }
  await writeInto(output, "faces/pairs.csv", `${rows.join("\n")}\n`);
}
