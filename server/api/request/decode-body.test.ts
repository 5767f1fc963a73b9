import { expect, test } from "vitest";
import { bodyDecoder } from "@/server/api/request/decode-body";
import { parseInput } from "@/server/api/request/parse-input";
import { AppError } from "@/server/contract/errors";
import { ENDPOINTS } from "@/server/contract/v1/index";

const decodeVerify = bodyDecoder(ENDPOINTS.verifyIdentity);
const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0x0d, 0x0a, 0x2d, 0x2d, 0]);
const file = (bytes: Uint8Array, type: string) => new File([bytes as Uint8Array<ArrayBuffer>], "x", { type });

async function form(parts: readonly (readonly [string, string | File])[]): Promise<[string, Uint8Array]> {
  const data = new FormData();
  for (const [name, value] of parts) data.append(name, value);
  const packed = new Response(data);
  return [packed.headers.get("content-type")!, new Uint8Array(await packed.arrayBuffer())];
}

async function refusal(work: () => unknown): Promise<AppError> {
  try {
    await work();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

test("a form becomes the same value as JSON: files are bytes, objects are JSON, frames carry their times", async () => {
  const decoded = await decodeVerify(
    ...(await form([
      ["image_live", file(jpeg, "image/jpeg")],
      ["image_front", file(jpeg, "application/octet-stream")],
      ["frames", file(jpeg, "image/jpeg")],
      ["frames", file(jpeg, "image/jpeg")],
      ["frames_t_ms", "0, 120.5"],
      ["reference", "007"],
      ["hints", '{"blink":true}'],
      ["metadata", '{"cart":"7"}'],
    ])),
  );
  const parsed = parseInput(ENDPOINTS.verifyIdentity.body, decoded);
  expect(parsed).toMatchObject({ reference: "007", hints: { blink: true }, metadata: { cart: "7" } });
  expect([...parsed.image_live_base64!]).toEqual([...jpeg]);
  expect(parsed.frames?.map((frame) => frame.t_ms)).toEqual([0, 120.5]);
});

test.each([
  [
    "a part sent twice",
    [
      ["reference", "a"],
      ["reference", "b"],
    ],
    "reference",
  ],
  [
    "a file and a text for one field",
    [
      ["image_live", file(jpeg, "")],
      ["image_live_base64", "aGk="],
    ],
    "image_live_base64",
  ],
  ["broken JSON in a part", [["hints", "{"]], "hints"],
  ["frames without times", [["frames", file(jpeg, "")]], "frames_t_ms"],
  [
    "a frame that is text",
    [
      ["frames", "x"],
      ["frames_t_ms", "0"],
    ],
    "frames.0",
  ],
] as const)("%s is refused by name", async (_, parts, path) => {
  const packed = await form(parts);
  const { code, details } = await refusal(() => decodeVerify(...packed));
  expect([code, (details.fields as { path: string }[])[0].path]).toEqual(["invalid_request", path]);
});

test("a file part whose declared type its bytes contradict is refused", async () => {
  const packed = await form([["image_live", file(jpeg, "image/png")]]);
  const { code, details } = await refusal(() => decodeVerify(...packed));
  expect([code, details.field]).toEqual(["unsupported_media_type", "image_live"]);
});

test.each([
  ["application/json", "{", "malformed_request"],
  ["application/json", '{"a":1', "malformed_request"],
  ["multipart/form-data", "x", "malformed_request"],
  ["multipart/form-data; boundary=a", "--b\r\n", "malformed_request"],
  ["text/plain", "x", "unsupported_content_type"],
  [null, "x", "unsupported_content_type"],
] as const)("%s with %j is %s", async (type, text, code) => {
  expect((await refusal(() => decodeVerify(type, new TextEncoder().encode(text)))).code).toBe(code);
});

test("bytes that are not UTF-8 are not JSON", async () => {
  const bytes = new Uint8Array([0x22, 0xff, 0x22]);
  expect((await refusal(() => decodeVerify("application/json", bytes))).details.reason).toMatch(/UTF-8/);
});

test("fields at fault are named by their path, unknown ones too", async () => {
  const body = { frames: [{ t_ms: -1, image_base64: "aGk=" }], colour: "red", hints: { pose: "yes", wink: true } };
  const { details } = await refusal(() => parseInput(ENDPOINTS.analyzeLiveness.body, body));
  const paths = (details.fields as { path: string }[]).map((field) => field.path).sort();
  expect(paths).toEqual(["colour", "frames.0.t_ms", "hints.pose", "hints.wink"]);
});
