import { people } from "@/scripts/specimens/people";
import { encodeJpeg } from "@/scripts/specimens/picture";
import { drawSelfie } from "@/scripts/specimens/selfie";
import { visionPool } from "@/server/adapters/vision/worker-pool";

/**
 * A process of its own, which an abort would end: gives tasks up in the middle of a model, again and again, then has
 * one answered, and exits while one runs. Writes what became of each.
 */
const jpeg = await encodeJpeg(await drawSelfie(people[0].face, { width: 540, height: 720, seed: 3 }), 90);
const frames = [0, 1, 2, 3].map((i) => ({ tMs: i * 300, bytes: jpeg }));
const outcome = (work: Promise<unknown>) =>
  work.then(
    () => "answered",
    (error: { code?: string }) => error.code,
  );

const hasty = visionPool({ threads: 1, timeoutMs: 60 });
const given: (string | undefined)[] = [];
for (let i = 0; i < 6; i++) {
  // Looking at a picture runs no model: it is answered when the worker is there, and has left what was given up.
  while ((await outcome(hasty.inspect(jpeg))) !== "answered");
  given.push(await outcome(hasty.liveness({ still: jpeg, frames })));
}
await hasty.close();
const patient = visionPool({ threads: 1 });
const after = await outcome(patient.face(jpeg, "live"));
const started = performance.now();
await patient.face(jpeg, "live");
const half = (performance.now() - started) / 2;
console.log(JSON.stringify({ given, after }));
void patient.face(jpeg, "live");
setTimeout(() => process.exit(0), half);
