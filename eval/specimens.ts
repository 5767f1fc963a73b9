import { parseArgs } from "node:util";
import { showProgress } from "@/eval/show-progress";
import { drawDocument } from "@/scripts/specimens/documents/draw-document";
import { issuePapers } from "@/scripts/specimens/documents/issue";
import { issuers } from "@/scripts/specimens/documents/issuer";
import { people } from "@/scripts/specimens/people";
import { seededRandom } from "@/scripts/specimens/random";
import { photographPage } from "@/scripts/specimens/wear/photograph";
import { shotOf, wearKinds } from "@/scripts/specimens/wear/shot";
import { decodePicture } from "@/server/adapters/image-decoder";
import { createOnnxNodeRuntime } from "@/server/adapters/onnx-node-runtime";
import { mrzFormats } from "@/server/domain/mrz/formats";
import { readPage } from "@/server/vision/pipelines/text/read-page";

/** Kinds of documents with a zone, each as often as the others. */
const KINDS = ["passport", "id-card", "id-card-td2", "residence-permit", "visa-a", "visa-b"] as const;
/** One picture in so many may be of twelve megapixels: they take longest to draw. */
const LARGE = 3;

/**
 * `npm run eval -- specimens [--count 500] [--seed 1] [--json]`: zones of drawn documents, photographed in every kind of wear
 * (tilt, dim light, glare, blur, shaking, few pixels, shadow), drawn and read one after another without a file.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      count: { type: "string", default: "500" },
      seed: { type: "string", default: "1" },
      json: { type: "boolean" },
    },
  });
  const result = await measure(Number(values.count), Number(values.seed));
  if (values.json) {
    process.stdout.write(`${JSON.stringify(result)}\n`);
    return;
  }
  console.log(`${result.exact} of ${result.drawn} zones exact`);
  for (const { index, kind, wear, got, want } of result.misses) {
    console.log(`${index} ${kind}, ${wear}\n  read ${got}\n  is   ${want}`);
  }
}

async function measure(count: number, seed: number) {
  const runtime = createOnnxNodeRuntime();
  const random = seededRandom(seed);
  const misses: { index: number; kind: string; wear: string; got: string; want: string }[] = [];
  for (let index = 0; index < count; index++) {
    const kind = KINDS[index % KINDS.length];
    const wear = random.pick(wearKinds.filter((one) => one !== "phone" || index % LARGE === 0));
    const person = people[(index * 7 + seed) % people.length];
    const drawn = await drawDocument(
      issuePapers({ kind, person, issuer: random.pick(issuers).code, seed: seed + index }),
    );
    const page = drawn.zone?.side === "back" ? drawn.back : drawn.front;
    if (!page || !drawn.zone) throw new Error(`A drawn ${kind} has no zone.`);
    const { image } = await decodePicture((await photographPage(page, shotOf(wear, seed + index))).jpeg, {
      maxSide: 1920,
    });
    const { zone } = await readPage(runtime, image, { layouts: mrzFormats, what: "zone" });
    const [got, want] = [zone?.lines.join(" ") ?? "nothing", drawn.zone.lines.join(" ")];
    if (got !== want) misses.push({ index, kind, wear, got, want });
    showProgress(index + 1, count);
  }
  await runtime.close();
  return { drawn: count, seed, exact: count - misses.length, misses };
}
