import { afterAll, describe, expect, it } from "vitest";
import { drawDocument, scanPage } from "@/scripts/specimens/documents/draw-document";
import { issuePapers } from "@/scripts/specimens/documents/issue";
import type { Page } from "@/scripts/specimens/documents/papers";
import { people } from "@/scripts/specimens/people";
import { encodeJpeg } from "@/scripts/specimens/picture";
import { createPpOcr } from "@/server/adapters/ocr/pp-ocr";
import { createOnnxNodeRuntime } from "@/server/adapters/onnx-node-runtime";
import { documentEvidence } from "@/server/adapters/vision/document-evidence";
import { readDocument } from "@/server/domain/documents/read-document";

const runtime = createOnnxNodeRuntime();
const ocr = createPpOcr(runtime);
afterAll(async () => {
  await ocr.close();
  await runtime.close();
});

const PX_PER_MM = 14;
const scan = async (page: Page) => encodeJpeg(await scanPage(page, PX_PER_MM), 92);
const hints = { documentHint: "auto", countryHint: "auto" };
const see = async (front: Page, back?: Page, read?: "zone") =>
  documentEvidence({ front: await scan(front), back: back && (await scan(back)), ...hints, read }, { runtime, ocr });
const says = (evidence: Awaited<ReturnType<typeof see>>) => readDocument(evidence, { today: "2026-11-23", ...hints });

/** Middle of a crop, in millimetres of the page. */
const middle = (quad: readonly (readonly [number, number])[] = []) =>
  [0, 1].map((k) => quad.reduce((sum, point) => sum + point[k], 0) / 4 / PX_PER_MM);

describe("both sides of a drawn driving licence", () => {
  const papers = issuePapers({ kind: "licence-eu", person: people[3] });
  it("give its authority, place of birth and categories with their dates", async () => {
    const { front, back } = await drawDocument(papers);
    const { fields, categories } = says(await see(front, back));
    expect(fields.birth_place).toBe(papers.person.birthPlace.toUpperCase());
    expect(fields.authority?.replace(/\W/g, "")).toBe(papers.issuer.authority.toUpperCase().replace(/\W/g, ""));
    const dates = { valid_from: papers.issueDate, valid_until: papers.expiryDate };
    expect(categories).toEqual(["B1", "B", "BE"].map((category) => ({ category, ...dates })));
  });

  it("give the signature and the second portrait, each from its place", async () => {
    const { front } = await drawDocument(papers);
    const [side] = (await see(front)).sides;
    const [sx, sy] = middle(side.signature?.quad);
    expect(sx).toBeGreaterThan(34);
    expect(Math.abs(sy - 46.2)).toBeLessThan(2.5);
    const [gx, gy] = middle(side.ghost?.quad);
    expect(Math.hypot(gx - 75, gy - 33.3)).toBeLessThan(4);
    expect([...(side.ghost?.jpeg ?? []).slice(0, 2)]).toEqual([0xff, 0xd8]);
  });
});

describe("a document of which only the zone is asked for", () => {
  it("gives the zone, its quality and its fields, and nothing else", async () => {
    const { front, papers, zone } = await drawDocument(issuePapers({ kind: "passport", person: people[1] }));
    const evidence = await see(front, undefined, "zone");
    expect(evidence.zone?.lines).toEqual(zone?.lines);
    expect(evidence.sides[0]).toMatchObject({ lines: [], quality: { sharpness: expect.any(Number) } });
    expect(evidence.models.map(({ id }) => id)).not.toContain("pp-ocr-v4-rec");
    expect(says(evidence).fields).toMatchObject({
      document_number: papers.number,
      birth_date: papers.person.birthDate,
    });
  });
});
