import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { FACE_EMBEDDERS } from "@/server/vision/models/face-embedders";
import { DEFAULT_FACE_MODEL, findFaceSpace } from "@/server/vision/models/face-space";

/** The configuration, read once from the environment; `.env.example` explains every name. */
const flag = z.enum(["true", "false", "1", "0"]).transform((text) => text === "true" || text === "1");
const whole = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/)
    .transform(Number)
    .refine((n) => n >= min && n <= max);
const key = z.string().refine((text) => Buffer.from(text, "base64").length === 32);
const file = z.string().refine((path) => existsSync(path));
const url = (...schemes: string[]) =>
  z.string().refine((text) => URL.canParse(text) && schemes.includes(new URL(text).protocol.slice(0, -1)));

/** `eu=media-eu@eu-west-3`: a tenant's region, the bucket, and where the bucket is. */
function bucketOfRegion(text: string): { name: string; bucket: string; region: string } {
  const [name, where] = text.split("=");
  const [bucket, region] = where.split("@");
  return { name, bucket, region };
}

export const VARIABLES = {
  NODE_ENV: [z.enum(["development", "production", "test"]).default("production"), "development, production or test"],
  PORT: [whole(1, 65_535).default(3000), "a port number from 1 to 65535"],
  BASE_URL: [url("http", "https").optional(), "the public address, e.g. https://verify.example"],
  DATABASE_URL: [
    url("postgres", "postgresql"),
    "a PostgreSQL address such as postgresql://user:password@host:5432/veriflow (`npm start` brings its own where it is not set)",
  ],
  DATABASE_POOL_SIZE: [whole(2, 500).default(10), "a number of connections from 2 to 500"],
  VERIFLOW_DATA_DIR: [z.string().min(1).default(".veriflow"), "a folder"],
  DEMO: [flag.default(true), "true or false"],
  CAPTURE_TRACKER: [z.enum(["onnx", "mediapipe"]).default("onnx"), "onnx or mediapipe"],
  VERIFLOW_MODELS_DIR: [z.string().min(1).optional(), "a folder"],
  VISION_THREADS: [whole(1, 64).default(2), "a number of threads from 1 to 64"],
  FACE_MODEL: [
    z
      .string()
      .refine((id) => findFaceSpace(id) !== undefined)
      .default(DEFAULT_FACE_MODEL),
    `networks with + between them, of ${FACE_EMBEDDERS.map(({ card }) => card.id).join(", ")}`,
  ],
  FACE_GALLERY_MB: [whole(16, 65_536).default(1000), "megabytes from 16 to 65536"],
  VERIFLOW_MASTER_KEY: [key.optional(), "the base64 of 32 bytes (openssl rand -base64 32)"],
  VERIFLOW_MASTER_KEYS_PREVIOUS: [
    z
      .string()
      .transform((text) => text.split(",").map((part) => part.trim()))
      .pipe(z.array(key))
      .optional(),
    "keys of base64 of 32 bytes, with commas between them",
  ],
  AWS_KMS_KEY_ID: [z.string().min(1).optional(), "the id, alias or ARN of a symmetric key of AWS KMS"],
  AWS_REGION: [z.string().min(1).optional(), "a region such as eu-west-1"],
  AWS_ACCESS_KEY_ID: [z.string().min(1).optional(), "an access key's id"],
  AWS_SECRET_ACCESS_KEY: [z.string().min(1).optional(), "an access key's secret"],
  AWS_SESSION_TOKEN: [z.string().min(1).optional(), "a session's token"],
  S3_BUCKET: [z.string().min(3).optional(), "the name of a bucket"],
  S3_ENDPOINT: [url("http", "https").optional(), "the address of an S3-compatible service"],
  S3_REGION: [z.string().min(1).default("us-east-1"), "a region such as eu-west-1"],
  S3_REGIONS: [
    z
      .string()
      .regex(/^[a-z0-9-]+=[^=@,\s]{3,}@[a-z0-9-]+(,[a-z0-9-]+=[^=@,\s]{3,}@[a-z0-9-]+)*$/)
      .transform((text) => text.split(",").map(bucketOfRegion))
      .refine((all) => new Set(all.map(({ name }) => name)).size === all.length)
      .optional(),
    "tenants' regions, each once, with their buckets, e.g. eu=media-eu@eu-west-3,us=media-us@us-east-1",
  ],
  S3_ACCESS_KEY_ID: [z.string().min(1).optional(), "an access key's id"],
  S3_SECRET_ACCESS_KEY: [z.string().min(1).optional(), "an access key's secret"],
  AUDIT_LOCK_DAYS: [whole(1, 36_500).optional(), "a number of days from 1 to 36500"],
  CLAMAV_HOST: [z.string().min(1).optional(), "the host on which clamd listens"],
  CLAMAV_PORT: [whole(1, 65_535).default(3310), "a port number from 1 to 65535"],
  CLAMAV_REQUIRED: [flag.default(false), "true or false"],
  INNGEST_BASE_URL: [url("http", "https").optional(), "the address of an Inngest server"],
  INNGEST_EVENT_KEY: [z.string().min(1).optional(), "an Inngest event key"],
  INNGEST_SIGNING_KEY: [z.string().min(1).optional(), "an Inngest signing key"],
  WEBHOOK_ALLOW_PRIVATE: [
    z.enum(["false", "loopback", "true"]).default("false"),
    "false, loopback (this machine only) or true (every private address)",
  ],
  SMTP_URL: [url("smtp", "smtps").optional(), "a mail server's address such as smtp://user:password@mail.example:587"],
  MAIL_FROM: [
    z
      .string()
      .regex(/^[^<>\r\n]*<[^<>@\s]+@[^<>@\s]+>$/)
      .default("veriFlow <veriflow@localhost>"),
    "a name and an address such as veriFlow <no-reply@verify.example>",
  ],
  REDIS_URL: [url("redis", "rediss").optional(), "the address of a Redis server such as redis://cache.example:6379"],
  RATE_LIMIT_SERVER_MINUTE: [
    whole(0, 1_000_000_000).default(60_000),
    "requests a minute that all tenants may send together, or 0 for no such limit",
  ],
  OCR_PROVIDER: [
    z.enum(["pp-ocr", "tesseract", "google-vision"]).default("pp-ocr"),
    "pp-ocr, tesseract or google-vision",
  ],
  TESSERACT_LANGUAGES: [
    z
      .string()
      .regex(/^[a-z_]+(\+[a-z_]+)*$/)
      .transform((text) => text.split("+"))
      .default(["eng"]),
    "codes of languages with + between them, e.g. eng+rus",
  ],
  TESSDATA_PREFIX: [
    z.string().min(1).optional(),
    "a folder of <language>.traineddata, such as /usr/share/tesseract-ocr/5/tessdata",
  ],
  GOOGLE_VISION_API_KEY: [z.string().min(1).optional(), "an API key of Google Cloud Vision"],
  GOOGLE_VISION_ENDPOINT: [url("http", "https").optional(), "an address such as https://eu-vision.googleapis.com"],
  INVOICE_ISSUER: [
    z.string().trim().min(1).max(300).default("veriFlow"),
    "a name and an address with commas between the lines, at most 300 characters",
  ],
  STRIPE_SECRET_KEY: [
    z
      .string()
      .regex(/^(sk|rk)_\S+$/)
      .optional(),
    "a secret or restricted key of Stripe, such as rk_live_…",
  ],
  STRIPE_API_BASE: [url("http", "https").default("https://api.stripe.com"), "the address of Stripe's API"],
  STRIPE_METER_PREFIX: [
    z
      .string()
      .regex(/^[a-z0-9_]{1,60}$/)
      .default("veriflow_"),
    "small letters, digits and underscores",
  ],
  IP_COUNTRY_DATABASE: [file.optional(), "the path of a MaxMind-format file (.mmdb) that exists"],
  NEXTAUTH_SECRET: [z.string().min(32).optional(), "at least 32 characters"],
  NEXTAUTH_URL: [url("http", "https").optional(), "the public address, e.g. https://verify.example"],
  OPERATOR_SECOND_FACTOR: [flag.default(true), "true or false"],
  OPERATOR_FOUR_EYES: [flag.default(true), "true or false"],
  OIDC_ISSUER: [url("http", "https").optional(), "the issuer's address, e.g. https://login.example"],
  OIDC_CLIENT_ID: [z.string().min(1).optional(), "the client's id at the issuer"],
  OIDC_CLIENT_SECRET: [z.string().min(1).optional(), "the client's secret at the issuer"],
  OIDC_NAME: [z.string().min(1).max(40).default("your organisation"), "at most 40 characters, for the button"],
  METRICS_TOKEN: [z.string().min(16).optional(), "at least 16 characters"],
  TRUSTED_PROXIES: [whole(0, 10).default(0), "how many proxies stand in front of the server, from 0 to 10"],
  LOG_LEVEL: [
    z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
    "trace, debug, info, warn, error or silent",
  ],
} as const satisfies Record<string, readonly [z.ZodType, string]>;

/** Every name that is read. */
export const ENV_NAMES = Object.keys(VARIABLES) as (keyof typeof VARIABLES)[];

type Variables = typeof VARIABLES;
export type Env = Readonly<{ [Name in keyof Variables]: z.output<Variables[Name][0]> }>;

export type EnvResult = { readonly env: Env } | { readonly mistakes: readonly string[] };

/** The configuration, or one sentence for each mistake in it. An empty value counts as not set. Never shows a value. */
export function parseEnv(source: Readonly<Record<string, string | undefined>>): EnvResult {
  const mistakes: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, [schema, meaning]] of Object.entries(VARIABLES)) {
    const given = source[name] === "" ? undefined : source[name];
    const result = schema.safeParse(given);
    if (result.success) values[name] = result.data;
    else mistakes.push(`${name} ${given === undefined ? "is not set; it must be" : "must be"} ${meaning}.`);
  }
  mistakes.push(...combinations(source));
  return mistakes.length > 0 ? { mistakes } : { env: values as unknown as Env };
}

/** What must be set together. */
function combinations(source: Readonly<Record<string, string | undefined>>): string[] {
  const isSet = (name: keyof Variables) => Boolean(source[name]);
  const mistakes: string[] = [];
  const together = ["S3_BUCKET", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"] as const;
  const set = [...together, "S3_ENDPOINT" as const, "S3_REGIONS" as const].filter(isSet);
  const missing = together.filter((name) => !isSet(name));
  if (set.length > 0 && missing.length > 0) {
    mistakes.push(`${missing.join(" and ")} must be set too, because ${set.join(" and ")} is.`);
  }
  const kms = ["AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"] as const;
  if (isSet("AWS_KMS_KEY_ID") && !kms.every(isSet)) {
    const names = kms.filter((name) => !isSet(name)).join(" and ");
    mistakes.push(`${names} must be set too, because AWS_KMS_KEY_ID is.`);
  }
  const oidc = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"] as const;
  const oidcMissing = oidc.filter((name) => !isSet(name));
  if (oidcMissing.length > 0 && oidcMissing.length < oidc.length) {
    const names = oidc.filter(isSet).join(" and ");
    mistakes.push(`${oidcMissing.join(" and ")} must be set too, because ${names} is.`);
  }
  if (isSet("AWS_KMS_KEY_ID") && isSet("VERIFLOW_MASTER_KEY")) {
    mistakes.push("Set AWS_KMS_KEY_ID or VERIFLOW_MASTER_KEY, not both.");
  }
  mistakes.push(...readerMistakes(source));
  if (isSet("AUDIT_LOCK_DAYS") && !isSet("S3_BUCKET")) {
    mistakes.push("S3_BUCKET must be set too, because AUDIT_LOCK_DAYS is: a folder cannot lock what it keeps.");
  }
  if (["true", "1"].includes(source.CLAMAV_REQUIRED ?? "") && !isSet("CLAMAV_HOST")) {
    mistakes.push("CLAMAV_HOST must be set too, because CLAMAV_REQUIRED is true.");
  }
  return mistakes;
}

/** What the chosen reader of printed lines needs beside its name. */
function readerMistakes(source: Readonly<Record<string, string | undefined>>): string[] {
  if (source.OCR_PROVIDER === "google-vision" && !source.GOOGLE_VISION_API_KEY) {
    return ["GOOGLE_VISION_API_KEY must be set too, because OCR_PROVIDER is google-vision."];
  }
  if (source.OCR_PROVIDER !== "tesseract") return [];
  const missing = (source.TESSERACT_LANGUAGES || "eng")
    .split("+")
    .filter((code) => /^[a-z_]+$/.test(code) && !existsSync(join("node_modules", "@tesseract.js-data", code)));
  return missing.map((code) => `TESSERACT_LANGUAGES names ${code}: npm install @tesseract.js-data/${code} first.`);
}

const MEMO = Symbol.for("veriflow.env");

/**
 * The process's configuration. With a mistake in it the process says so and ends: it does not start half-configured.
 */
export function env(): Env {
  const holder = globalThis as { [MEMO]?: Env };
  if (holder[MEMO]) return holder[MEMO];
  const result = parseEnv(process.env);
  if ("env" in result) {
    holder[MEMO] = result.env;
    return result.env;
  }
  for (const mistake of result.mistakes) console.error(mistake);
  process.exit(1);
}
