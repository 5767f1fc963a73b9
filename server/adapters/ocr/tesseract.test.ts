import { afterAll, describe, expect, it } from "vitest";
import { drawDocument, scanPage } from "@/scripts/specimens/documents/draw-document";
import { issuePapers } from "@/scripts/specimens/documents/issue";
import { people } from "@/scripts/specimens/people";
import { createTesseract } from "@/server/adapters/ocr/tesseract";
import { createOnnxNodeRuntime } from "@/server/adapters/onnx-node-runtime";
import { rotateQuarter } from "@/server/vision/ops/rotate-quarter";

const runtime = createOnnxNodeRuntime();
const provider = createTesseract(runtime);
afterAll(() => provider.close());

describe("the Tesseract provider", () => {
  it("reads the printed lines of a page that lies on its side, and leaves the zone to our models", async () => {
    const passport = await drawDocument(issuePapers({ kind: "passport", person: people[0] }));
    const page = await provider.read(rotateQuarter(await scanPage(passport.front, 9), 1));
    expect(page.turns).toBe(3);
    expect(page.zone?.lines).toEqual(passport.zone?.lines);
    const text = page.lines.map((line) => line.text.toUpperCase()).join("\n");
    expect(text).toContain(passport.papers.person.surname.toUpperCase());
    expect(page.lines.every(({ confidence }) => confidence >= 0 && confidence <= 1)).toBe(true);
  });

  it("names the package of a language whose data is not installed", async () => {
    const klingon = createTesseract(runtime, ["tlh"]);
    const blank = { width: 64, height: 48, data: new Uint8Array(64 * 48 * 3).fill(200) };
    await expect(klingon.read(blank)).rejects.toMatchObject({
      code: "model_unavailable",
      details: { fix: "npm install @tesseract.js-data/tlh" },
    });
  });
});
