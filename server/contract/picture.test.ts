import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeBase64, encodeBase64 } from "@/server/contract/base64";
import { ImageBase64 } from "@/server/contract/picture";

const bytes = fc.uint8Array({ minLength: 0, maxLength: 70_000 });
const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 9]);
const message = (value: unknown) => ImageBase64.safeParse(value).error?.issues[0].message;

test("base64 agrees with Node's, both ways, in both alphabets, with and without padding", () => {
  fc.assert(
    fc.property(bytes, (given) => {
      const standard = Buffer.from(given).toString("base64");
      expect(encodeBase64(given)).toBe(standard);
      for (const text of [standard, Buffer.from(given).toString("base64url"), standard.replace(/.{76}/g, "$&\r\n")]) {
        expect(Buffer.from(decodeBase64(text)!).equals(Buffer.from(given))).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});

test("what is not base64 is told apart", () => {
  expect(["a", "abc$", "ab c", "YQ==x", "é", "====a", "<...>"].map(decodeBase64)).toEqual(Array(7).fill(undefined));
});

test("a picture is parsed to its bytes, from text, from a data URL and from a file part", () => {
  const text = encodeBase64(jpeg);
  for (const value of [
    text,
    `data:image/jpeg;base64,${text}`,
    `data:image/jpg;base64,${text}`,
    `data:;base64,${text}`,
    jpeg,
  ]) {
    expect([...ImageBase64.parse(value)]).toEqual([...jpeg]);
  }
});

test("a declared type that the bytes contradict is refused, as are emptiness and other encodings", () => {
  expect(message(`data:image/jpeg;base64,${encodeBase64(png)}`)).toMatch(/says image\/jpeg/);
  expect(message("data:text/html;base64,PGI+")).toMatch(/says text\/html/);
  expect(message("data:image/png,abc")).toMatch(/;base64/);
  expect([message(""), message(new Uint8Array())]).toEqual(Array(2).fill("The picture is empty."));
  expect(message("not base64!")).toBe("This is not base64.");
  expect(message(7)).toBe("Send the picture as base64 text or as a file part.");
});
