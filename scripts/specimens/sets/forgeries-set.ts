import { drawDocument } from "../documents/draw-document";
import { issuePapers } from "../documents/issue";
import { issuers } from "../documents/issuer";
import { madeForgeries } from "../forgeries/made-forgeries";
import { people } from "../people";
import { seededRandom } from "../random";
import { photographPage } from "../wear/photograph";
import { shotOf, wearKinds } from "../wear/shot";
import { type Output, writeInto, writeJson } from "./output";

/** `forgeries/images/*` and `forgeries/labels.json`: passports in every wear, and each of them forged in every way. */
export async function writeForgeriesSet(output: Output, count: number, seed: number): Promise<void> {
  const random = seededRandom(seed);
  const labels: Record<string, unknown>[] = [];
  for (let i = 0; i < count; i++) {
    const person = people[(i * 5 + seed) % people.length];
    const drawn = await drawDocument(
      issuePapers({ kind: "passport", person, issuer: random.pick(issuers).code, seed: seed + i }),
    );
    const base = { doc_type: "passport", country: drawn.papers.issuer.code, mrz_lines: drawn.zone?.lines };
    const name = (id: string) => `${String(i).padStart(3, "0")}-${id}.jpg`;
    const wear = wearKinds[i % wearKinds.length];
    const { jpeg } = await photographPage(drawn.front, shotOf(wear, seed + i));
    await writeInto(output, `forgeries/images/${name("genuine")}`, jpeg);
    labels.push({ file: name("genuine"), ...base, capture: "photo", quality: `photograph: ${wear}` });
    for (const { id, signal, make } of madeForgeries) {
      await writeInto(output, `forgeries/images/${name(id)}`, await make(drawn, seed + i));
      labels.push({ file: name(id), ...base, capture: "synthetic", forged: true, forgery: id, signal });
    }
    output.say(`forgeries: ${i + 1} of ${count}`);
  }
  await writeJson(output, "forgeries/labels.json", labels);
}
