import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ENV_NAMES, parseEnv } from "@/server/env";

const DATABASE_URL = "postgresql://u:p@localhost:5432/veriflow";

test("with the database alone everything else has a default", () => {
  expect(parseEnv({ DATABASE_URL })).toMatchObject({
    env: { PORT: 3000, CLAMAV_REQUIRED: false, VERIFLOW_DATA_DIR: ".veriflow", LOG_LEVEL: "info" },
  });
});

test("every mistake is one sentence that names the variable, and never its value", () => {
  const result = parseEnv({ DATABASE_URL: "mysql://secret", PORT: "99999", VERIFLOW_MASTER_KEY: "short-secret" });
  const { mistakes } = result as { mistakes: string[] };
  expect(mistakes).toHaveLength(3);
  for (const name of ["DATABASE_URL", "PORT", "VERIFLOW_MASTER_KEY"]) {
    expect(mistakes.filter((sentence) => sentence.startsWith(`${name} must be `))).toHaveLength(1);
  }
  expect(mistakes.join()).not.toContain("secret");
});

test("a missing database says what brings one", () => {
  expect(parseEnv({})).toEqual({ mistakes: [expect.stringContaining("npm start")] });
});

test("half of the object store's settings is a mistake", () => {
  const result = parseEnv({ DATABASE_URL, S3_BUCKET: "media", S3_ACCESS_KEY_ID: "a" });
  expect(result).toEqual({ mistakes: [expect.stringContaining("S3_SECRET_ACCESS_KEY must be set too")] });
});

test("regions have a bucket each, and a mistake in them stops the start", () => {
  const given = { DATABASE_URL, S3_BUCKET: "media", S3_ACCESS_KEY_ID: "a", S3_SECRET_ACCESS_KEY: "b" };
  expect(parseEnv({ ...given, S3_REGIONS: "eu=media-eu@eu-west-3,us=media-us@us-east-1" })).toMatchObject({
    env: {
      S3_REGIONS: [
        { name: "eu", bucket: "media-eu", region: "eu-west-3" },
        { name: "us", bucket: "media-us", region: "us-east-1" },
      ],
    },
  });
  for (const S3_REGIONS of ["eu", "eu=media-eu", "eu=a-b@x,eu=c-d@y", "EU=media@x"]) {
    expect(parseEnv({ ...given, S3_REGIONS })).toEqual({ mistakes: [expect.stringContaining("S3_REGIONS must be")] });
  }
});

test("a required scanner without a host is a mistake, not a pass", () => {
  expect(parseEnv({ DATABASE_URL, CLAMAV_REQUIRED: "true" })).toEqual({
    mistakes: [expect.stringContaining("CLAMAV_HOST")],
  });
});

test("a key service without an account, or beside a local key, is a mistake", () => {
  const given = { DATABASE_URL, AWS_KMS_KEY_ID: "alias/x", AWS_REGION: "eu-west-1" };
  const key = Buffer.alloc(32).toString("base64");
  expect(parseEnv({ ...given, VERIFLOW_MASTER_KEY: key })).toEqual({
    mistakes: [
      expect.stringContaining("AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"),
      expect.stringContaining("not both"),
    ],
  });
});

test("a mistake in who reads documents stops the start", () => {
  const mistakesOf = (given: Record<string, string>) => parseEnv({ DATABASE_URL, ...given });
  expect(mistakesOf({ OCR_PROVIDER: "abbyy" })).toEqual({
    mistakes: ["OCR_PROVIDER must be pp-ocr, tesseract or google-vision."],
  });
  expect(mistakesOf({ OCR_PROVIDER: "google-vision" })).toEqual({
    mistakes: [expect.stringContaining("GOOGLE_VISION_API_KEY must be set too")],
  });
  expect(mistakesOf({ OCR_PROVIDER: "tesseract", TESSERACT_LANGUAGES: "eng+qqq" })).toEqual({
    mistakes: [expect.stringContaining("npm install @tesseract.js-data/qqq")],
  });
  expect(mistakesOf({ TESSERACT_LANGUAGES: "eng, rus" })).toEqual({
    mistakes: [expect.stringContaining("codes of languages with +")],
  });
  expect(mistakesOf({ GOOGLE_VISION_ENDPOINT: "ftp://x" })).toEqual({
    mistakes: [expect.stringContaining("GOOGLE_VISION_ENDPOINT must be")],
  });
});

test("the names that are read and those that .env.example explains are the same", () => {
  const explained = readFileSync(".env.example", "utf8").matchAll(/^# ?([A-Z][A-Z0-9_]*)=/gm);
  expect([...explained].map(([, name]) => name).sort()).toEqual(ENV_NAMES.filter((name) => name !== "NODE_ENV").sort());
});

test("a network that is not there, and threads without number, stop the start", () => {
  expect(parseEnv({ DATABASE_URL, FACE_MODEL: "arcface", VISION_THREADS: "many" })).toEqual({
    mistakes: [expect.stringContaining("VISION_THREADS must be"), expect.stringContaining("FACE_MODEL must be")],
  });
});
