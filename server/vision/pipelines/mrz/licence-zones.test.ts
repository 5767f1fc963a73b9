import { afterAll, describe, expect, it } from "vitest";
import { drawDocument, scanPage } from "@/scripts/specimens/documents/draw-document";
import { issuePapers } from "@/scripts/specimens/documents/issue";
import { people } from "@/scripts/specimens/people";
import { ocrbZone } from "@/scripts/specimens/text/ocr-b-path";
import { createOnnxNodeRuntime } from "@/server/adapters/onnx-node-runtime";
import { formatMrz, type MrzFormatId } from "@/server/domain/mrz";
import type { MrzValues } from "@/server/domain/mrz/format-mrz";
import { mrzFormats } from "@/server/domain/mrz/formats";
import { readPage } from "@/server/vision/pipelines/text/read-page";

const runtime = createOnnxNodeRuntime();
afterAll(() => runtime.close());

/** The back of a drawn licence with a zone below its table. */
async function licenceBack(format: MrzFormatId, values: MrzValues) {
  const { back } = await drawDocument(issuePapers({ kind: "licence-eu", person: people[2] }));
  const { lines } = formatMrz(format, values);
  const top = 53.98 - lines.length * 5 - 1;
  const paper = `<rect y="${top - 4}" width="85.6" height="60" fill="#f4f1f2"/>`;
  const page = { ...back!, body: `${back!.body}${paper}${ocrbZone(lines, 4.7, top + 2, 5)}` };
  return { lines, image: await scanPage(page, 12) };
}

describe("zones of licences", () => {
  it("are read from the French card's one line", async () => {
    const { lines, image } = await licenceBack("FRENCH_DRIVING_LICENSE", {
      document_code: "D1",
      issuing_state: "FRA",
      document_number: "13AB12345",
      expiry_date: "2033-09-15",
      surname: "Kouassi",
    });
    const { zone } = await readPage(runtime, image, { layouts: mrzFormats, what: "zone" });
    expect(zone?.layout).toBe("FRENCH_DRIVING_LICENSE");
    expect(zone?.lines).toEqual(lines);
  });

  it("are read from the Swiss card's short line and two long ones", async () => {
    const { lines, image } = await licenceBack("SWISS_DRIVING_LICENSE", {
      document_number: "FAK00DE<<",
      document_code: "FA",
      issuing_state: "CHE",
      personal_number: "003456789",
      version: "001",
      birth_date: "1978-02-11",
      surname: "Kouassi",
      given_names: "Aya",
    });
    const { zone } = await readPage(runtime, image, { layouts: mrzFormats, what: "zone" });
    expect(zone?.lines).toEqual(lines);
    expect(zone?.layout).toBe("SWISS_DRIVING_LICENSE");
  });
});
