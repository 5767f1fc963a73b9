import { describe, expect, it } from "vitest";
import { drawDocument } from "../documents/draw-document";
import { issuePapers } from "../documents/issue";
import { people } from "../people";
import { photographPage } from "./photograph";
import { recapturePaper, recaptureScreen } from "./recapture";
import { type Shot, shotOf, wearKinds } from "./shot";

const small = (shot: Shot): Shot => ({ ...shot, width: 640, height: 480 });
const page = (await drawDocument(issuePapers({ kind: "passport", person: people[0] }))).front;

describe("photographs of documents", () => {
  it("are the same bytes for the same seed and others for another", async () => {
    const take = async (seed: number) => (await photographPage(page, small(shotOf("tilted", seed)))).jpeg;
    const [a, b, c] = [await take(3), await take(3), await take(4)];
    expect(a.equals(b)).toBe(true);
    expect(a.equals(c)).toBe(false);
  });

  it.each(wearKinds)("a %s picture holds the whole document", async (kind) => {
    for (let seed = 1; seed <= 2; seed++) {
      const { quad, image } = await photographPage(page, { ...small(shotOf(kind, seed)), motion: 0, blur: 0 });
      for (const { x, y } of quad) {
        expect(x).toBeGreaterThan(0);
        expect(y).toBeGreaterThan(0);
        expect(x).toBeLessThan(image.width);
        expect(y).toBeLessThan(image.height);
      }
    }
  });

  it("recaptures keep the size of the picture and change its pixels", async () => {
    const { image } = await photographPage(page, { ...small(shotOf("phone", 1)), noise: 0 });
    for (const recapture of [recaptureScreen, recapturePaper]) {
      const shown = recapture(image, 1);
      expect([shown.width, shown.height]).toEqual([image.width, image.height]);
      expect(Buffer.compare(Buffer.from(shown.data), Buffer.from(image.data))).not.toBe(0);
    }
  });
});
