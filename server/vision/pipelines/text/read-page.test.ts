import { describe, expect, it } from "vitest";
import { drawDocument, scanPage } from "@/scripts/specimens/documents/draw-document";
import { issuePapers } from "@/scripts/specimens/documents/issue";
import { people } from "@/scripts/specimens/people";
import { photographPage } from "@/scripts/specimens/wear/photograph";
import { shotOf } from "@/scripts/specimens/wear/shot";
import { createOnnxNodeRuntime } from "@/server/adapters/onnx-node-runtime";
import { mrzFormats } from "@/server/domain/mrz/formats";
import { type Quarter, rotateQuarter } from "@/server/vision/ops/rotate-quarter";
import { readPage } from "@/server/vision/pipelines/text/read-page";

const runtime = createOnnxNodeRuntime();
const passport = await drawDocument(issuePapers({ kind: "passport", person: people[0] }));
const scan = await scanPage(passport.front, 9);

describe("readPage", () => {
  it.each([0, 1, 2, 3] as const)(
    "reads a passport that lies %i quarter turns to the left, and turns it upright",
    async (turns) => {
      const lying = rotateQuarter(scan, ((4 - turns) % 4) as Quarter);
      const page = await readPage(runtime, lying, { layouts: mrzFormats });
      expect(page.turns).toBe(turns);
      expect(page.zone?.lines).toEqual(passport.zone?.lines);
      expect([page.upright.width, page.upright.height]).toEqual([scan.width, scan.height]);
      const [topLeft, topRight] = page.zone!.quads[0];
      expect(topRight.x - topLeft.x).toBeGreaterThan(0.8 * scan.width);
      const text = page.lines.map((line) => line.text.replace(/\s/g, "").toUpperCase());
      expect(text).toContain(passport.papers.person.surname.toUpperCase().replace(/\s/g, ""));
    },
  );

  it.each(["id-card", "id-card-td2", "residence-permit", "visa-a", "visa-b"] as const)(
    "reads the zone of a %s",
    async (kind) => {
      const drawn = await drawDocument(issuePapers({ kind, person: people[3] }));
      const side = drawn[drawn.zone!.side]!;
      const page = await readPage(runtime, await scanPage(side, 9), { layouts: mrzFormats, what: "zone" });
      expect(page.zone?.lines).toEqual(drawn.zone?.lines);
      expect(page.lines).toEqual([]);
    },
  );

  it("reads a zone on a photograph taken askew", async () => {
    const { image } = await photographPage(passport.front, { ...shotOf("tilted", 4), width: 2000, height: 1500 });
    const page = await readPage(runtime, image, { layouts: mrzFormats, what: "zone" });
    expect(page.zone?.lines).toEqual(passport.zone?.lines);
  });

  it("finds no zone on a side that has none, and none on an empty picture", async () => {
    const licence = await drawDocument(issuePapers({ kind: "licence-eu", person: people[2] }));
    const page = await readPage(runtime, await scanPage(licence.front, 8), { layouts: mrzFormats });
    expect(page.zone).toBeUndefined();
    expect(page.lines.length).toBeGreaterThan(5);
    const empty = { width: 300, height: 200, data: new Uint8Array(300 * 200 * 3).fill(220) };
    expect(await readPage(runtime, empty, { layouts: mrzFormats })).toMatchObject({ turns: 0, lines: [] });
  });
});
