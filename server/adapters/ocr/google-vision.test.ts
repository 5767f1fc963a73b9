import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { createGoogleVision } from "@/server/adapters/ocr/google-vision";
import { createOnnxNodeRuntime } from "@/server/adapters/onnx-node-runtime";
import type { Image } from "@/server/vision/types";

interface Received {
  url?: string;
  key?: string | string[];
  body?: { requests: { image: { content: string }; features: { type: string }[] }[] };
}

let server: Server | undefined;
afterEach(async () => {
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
  server = undefined;
});

/** A server that speaks `images:annotate`, on this machine. */
async function annotator(status: number, answer: unknown): Promise<{ endpoint: string; received: Received }> {
  const received: Received = {};
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      received.url = request.url;
      received.key = request.headers["x-goog-api-key"];
      received.body = JSON.parse(Buffer.concat(parts).toString());
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received };
}

const blank: Image = { width: 64, height: 48, data: new Uint8Array(64 * 48 * 3).fill(200) };
const word = (text: string, x: number, breakType: string, confidence: number) => ({
  boundingBox: {
    vertices: [{ x, y: 10 }, { x: x + 20, y: 10 }, { x: x + 20, y: 20 }, x === 0 ? { y: 20 } : { x, y: 20 }],
  },
  confidence,
  symbols: [...text].map((char, i) => ({
    text: char,
    ...(i === text.length - 1 && { property: { detectedBreak: { type: breakType } } }),
  })),
});
const page = (words: unknown[]) => ({
  responses: [{ fullTextAnnotation: { pages: [{ blocks: [{ paragraphs: [{ words }] }] }] } }],
});

function reader(endpoint: string) {
  return createGoogleVision(createOnnxNodeRuntime(), { apiKey: "test-key", endpoint, timeoutMs: 5000 });
}

describe("the Google Vision connector", () => {
  it("sends the picture as the REST form wants it, with the key in a header and not in the address", async () => {
    const { endpoint, received } = await annotator(200, { responses: [{}] });
    const { lines } = await reader(endpoint).read(blank);
    expect(lines).toEqual([]);
    expect(received.url).toBe("/v1/images:annotate");
    expect(received.key).toBe("test-key");
    expect(received.body?.requests[0].features).toEqual([{ type: "DOCUMENT_TEXT_DETECTION" }]);
    const content = Buffer.from(received.body?.requests[0].image.content ?? "", "base64");
    expect([...content.subarray(0, 2)]).toEqual([0xff, 0xd8]);
  });

  it("makes lines of words at the breaks that the service marks, with zeros where it leaves coordinates out", async () => {
    const words = [
      word("GIVEN", 0, "SPACE", 0.9),
      word("NAMES", 24, "EOL_SURE_SPACE", 0.8),
      word("ANNA", 0, "LINE_BREAK", 1),
    ];
    const { endpoint } = await annotator(200, page(words));
    const { lines } = await reader(endpoint).read(blank);
    expect(lines.map(({ text }) => text)).toEqual(["GIVEN NAMES", "ANNA"]);
    expect(lines[0].confidence).toBeCloseTo(0.85, 6);
    expect(lines[0].quad).toEqual([
      { x: 0, y: 10 },
      { x: 44, y: 10 },
      { x: 44, y: 20 },
      { x: 0, y: 20 },
    ]);
  });

  it.each([
    ["refuses", 403, { error: {} }, "status_403"],
    ["answers something else", 200, { hello: 1 }, "unexpected_answer"],
    ["reports an error for the picture", 200, { responses: [{ error: { code: 3, message: "bad" } }] }, "error_3"],
  ])("says that it is unavailable when the service %s", async (_, status, answer, reason) => {
    const { endpoint } = await annotator(status, answer);
    await expect(reader(endpoint).read(blank)).rejects.toMatchObject({
      code: "unavailable",
      details: { service: "google-vision", reason },
    });
  });

  it("says that it is unavailable when nobody answers", async () => {
    await expect(reader("http://127.0.0.1:9").read(blank)).rejects.toMatchObject({ code: "unavailable" });
  });
});
