import type { Image } from "@/server/vision/types";
import { people } from "../people";
import { encodeJpeg } from "../picture";
import { drawSelfie } from "../selfie";
import { cutOutPrint } from "../wear/held-print";
import { recapturePaper, recaptureScreen } from "../wear/recapture";
import { addNoise, blurPicture } from "../wear/sensor";
import { type Output, writeInto, writeJson } from "./output";

interface Label {
  readonly file: string;
  readonly label: "bona_fide" | "attack";
  readonly attack_type: string | null;
  readonly subject: string;
}

const attacks: Readonly<Record<string, (image: Image, seed: number) => Image>> = {
  "screen replay": recaptureScreen,
  "printed photo": recapturePaper,
  "cut-out print": cutOutPrint,
};

/**
 * `liveness/*.jpg` and `liveness/labels.json`: each person live twice, and shown on a screen, a print and a cut-out.
 */
export async function writeLivenessSet(output: Output, count: number, seed: number): Promise<void> {
  const labels: Label[] = [];
  for (const [i, { id, face }] of people.slice(0, Math.min(count, people.length)).entries()) {
    for (const k of [0, 1]) {
      const file = `${id}-live-${k}.jpg`;
      const live = await drawSelfie(face, { width: 600, height: 800, seed: seed + i * 2 + k });
      await writeInto(output, `liveness/${file}`, await encodeJpeg(live, 90));
      labels.push({ file, label: "bona_fide", attack_type: null, subject: id });
    }
    const source = await drawSelfie(face, { width: 900, height: 1200, seed: seed + i + 300 });
    for (const [attack_type, recapture] of Object.entries(attacks)) {
      const file = `${id}-${attack_type.replaceAll(" ", "-")}.jpg`;
      const shown = await blurPicture(recapture(source, seed + i), 0.8);
      addNoise(shown, 2.5, seed + i);
      await writeInto(output, `liveness/${file}`, await encodeJpeg(shown, 88));
      labels.push({ file, label: "attack", attack_type, subject: id });
    }
    output.say(`liveness: ${i + 1} of ${Math.min(count, people.length)}, ${id}`);
  }
  await writeJson(output, "liveness/labels.json", labels);
}
