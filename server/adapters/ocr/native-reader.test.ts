import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import { ocrbZone } from "@/scripts/specimens/text/ocr-b-path";
import { textPath } from "@/scripts/specimens/text/text-path";
import { createPpOcr } from "@/server/adapters/ocr/pp-ocr";
import { createOnnxNodeRuntime } from "@/server/adapters/onnx-node-runtime";
import { documentEvidence } from "@/server/adapters/vision/document-evidence";
import { readDocument } from "@/server/domain/documents/read-document";
import { formatMrz } from "@/server/domain/mrz";

const runtime = createOnnxNodeRuntime();
const ocr = createPpOcr(runtime);
afterAll(async () => {
  await ocr.close();
  await runtime.close();
});

/** A page with labels and values in a state's own script and in Latin letters, above its zone; millimetres. */
async function page(state: string, rows: readonly (readonly [string, string])[]): Promise<Buffer> {
  const { lines } = formatMrz("TD3", {
    document_code: "P",
    issuing_state: state,
    nationality: state,
    surname: "Tkachenko",
    given_names: "Mariana",
    document_number: "FU262473",
    birth_date: "1990-04-12",
    expiry_date: "2031-06-20",
    sex: "F",
  });
  const printed = rows.flatMap(([label, value], k) => [
    textPath(label, 42, 16 + k * 11, { size: 2.2 }),
    textPath(value, 42, 20.5 + k * 11, { size: 3.6, style: "sans-medium" }),
  ]);
  const zone = ocrbZone(lines, 6, 74);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1250" height="880" viewBox="0 0 125 88"><rect width="125" height="88" fill="#e9eef2"/>${printed.join("")}${zone}</svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

const read = async (front: Buffer) => {
  const evidence = await documentEvidence({ front, documentHint: "auto", countryHint: "auto" }, { runtime, ocr });
  return { evidence, read: readDocument(evidence, { today: "2026-01-15", documentHint: "auto", countryHint: "auto" }) };
};

describe("lines in a state's own script", () => {
  it("are read with its language's data, and a name in them is held against the zone", async () => {
    const front = await page("UKR", [
      ["Прізвище/Surname", "ТКАЧЕНКО"],
      ["Ім'я/Given names", "МАР'ЯНА"],
      ["Місце народження", "КИЇВ"],
    ]);
    const { native, fields } = (await read(front)).read;
    expect(fields).toMatchObject({ surname: "TKACHENKO", given_names: "MARIANA" });
    expect(native.find(({ field }) => field === "surname")).toMatchObject({
      value: "ТКАЧЕНКО",
      script: "Cyrl",
      romanised: "TKACHENKO",
      agrees: true,
    });
  });

  it("are named with what to install where the data is missing", async () => {
    const { evidence, read: seen } = await read(await page("GRC", [["Επώνυμο", "ΤΚΑΤΣΕΝΚΟ"]]));
    expect(seen.native).toEqual([]);
    expect(evidence.missingLanguages).toEqual([
      { script: "Greek", language: "ell", fix: expect.stringContaining("@tesseract.js-data/ell") },
    ]);
  });

  it("are not looked for where the state writes in Latin letters", async () => {
    const { evidence } = await read(await page("FRA", [["Nom", "TKACHENKO"]]));
    expect(evidence.missingLanguages).toBeUndefined();
    expect(evidence.sides[0].lines.every(({ script }) => script === undefined)).toBe(true);
  });
});
