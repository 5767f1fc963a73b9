import { join } from "node:path";
import { systemClock } from "@/server/adapters/clock";
import { openDatabase, openPlatformPool } from "@/server/adapters/database/database";
import { faceGalleries } from "@/server/adapters/face-galleries";
import { makeIds } from "@/server/adapters/ids";
import { awsKmsKeyProvider } from "@/server/adapters/keys/aws-kms-key-provider";
import { makeKeys } from "@/server/adapters/keys/keys";
import { localKeyProvider } from "@/server/adapters/keys/local-key-provider";
import { readOrMakeSecret } from "@/server/adapters/keys/secret-file";
import { lazily } from "@/server/adapters/lazily";
import { makeLog } from "@/server/adapters/log";
import { lookups } from "@/server/adapters/lookups";
import { makeMailer } from "@/server/adapters/mail/make-mailer";
import { validateNationalNumber } from "@/server/adapters/national-numbers";
import { objectsByRegion } from "@/server/adapters/objects/objects-by-region";
import { objectsInFolder } from "@/server/adapters/objects/objects-folder";
import { objectsInS3 } from "@/server/adapters/objects/objects-s3";
import { rateCounters } from "@/server/adapters/rate-counters";
import { redisRateCounters } from "@/server/adapters/rate-counters-redis";
import { clamdScanner, noScanner } from "@/server/adapters/scanner-clamd";
import { stripeMeters } from "@/server/adapters/stripe-meters";
import { webhookHttp } from "@/server/adapters/webhook-http";
import { type Env, env } from "@/server/env";
import type {
  Adapters,
  EventSink,
  Keys,
  Log,
  MeterSink,
  ObjectStore,
  VirusScanner,
  Vision,
} from "@/server/services/ports";
import type { RateCounters } from "@/server/services/rate-counters";

const MEMO = Symbol.for("veriflow.adapters");

/** Everything outside, once a process, as the configuration has it. Nothing is connected to before its first use. */
export function adapters(): Adapters {
  const holder = globalThis as { [MEMO]?: Adapters };
  holder[MEMO] ??= compose(env());
  return holder[MEMO];
}

function compose(settings: Env): Adapters {
  const clock = systemClock;
  const log = makeLog(settings.LOG_LEVEL);
  return {
    clock,
    ids: makeIds(clock),
    database: openDatabase(settings.DATABASE_URL, { poolSize: settings.DATABASE_POOL_SIZE }),
    keys: keysFrom(settings),
    objects: objectsFrom(settings),
    scanner: scannerFrom(settings, log),
    // Both are loaded at their first use: pages that only read need neither models nor the executor.
    vision: lazily<Vision>(() => import("@/server/adapters/vision/live")),
    galleries: faceGalleries({ maxBytes: settings.FACE_GALLERY_MB * 1_000_000 }),
    lookups: lookups({ ipCountryFile: settings.IP_COUNTRY_DATABASE }),
    events: lazily<EventSink>(() => import("@/server/adapters/event-sink")),
    webhooks: webhookHttp({ allow: ALLOWED_RECEIVERS[settings.WEBHOOK_ALLOW_PRIVATE], timeoutMs: 15_000 }),
    mailer: makeMailer(settings, log),
    meters: metersFrom(settings),
    issuer: settings.INVOICE_ISSUER,
    rates: countersFrom(settings, log),
    nationalNumbers: validateNationalNumber,
    log,
  };
}

const ALLOWED_RECEIVERS = { false: "public", loopback: "loopback", true: "private" } as const;

function countersFrom(settings: Env, log: Log): RateCounters {
  const inDatabase = rateCounters(openPlatformPool(settings.DATABASE_URL, 4, { lasting: false }));
  return settings.REDIS_URL ? redisRateCounters({ url: settings.REDIS_URL, meanwhile: inDatabase, log }) : inDatabase;
}

function metersFrom(settings: Env): MeterSink | undefined {
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_API_BASE: apiBase, STRIPE_METER_PREFIX: eventPrefix } = settings;
  return secretKey ? stripeMeters({ secretKey, apiBase, eventPrefix }) : undefined;
}

function keysFrom(settings: Env): Keys {
  const { AWS_KMS_KEY_ID, AWS_REGION, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = settings;
  if (AWS_KMS_KEY_ID && AWS_REGION && AWS_ACCESS_KEY_ID && AWS_SECRET_ACCESS_KEY) {
    const account = { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY };
    const where = { keyId: AWS_KMS_KEY_ID, region: AWS_REGION, sessionToken: AWS_SESSION_TOKEN };
    return makeKeys(awsKmsKeyProvider({ ...where, ...account }));
  }
  const current = settings.VERIFLOW_MASTER_KEY
    ? Buffer.from(settings.VERIFLOW_MASTER_KEY, "base64")
    : readOrMakeSecret(join(settings.VERIFLOW_DATA_DIR, "master.key"));
  const previous = (settings.VERIFLOW_MASTER_KEYS_PREVIOUS ?? []).map((text) => Buffer.from(text, "base64"));
  return makeKeys(localKeyProvider(current, previous));
}

function objectsFrom(settings: Env): ObjectStore {
  const { S3_BUCKET, S3_REGION, S3_ENDPOINT, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = settings;
  if (!S3_BUCKET || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY) {
    return objectsInFolder(join(settings.VERIFLOW_DATA_DIR, "objects"));
  }
  const account = { endpoint: S3_ENDPOINT, accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY };
  const standard = objectsInS3({ bucket: S3_BUCKET, region: S3_REGION, ...account });
  if (!settings.S3_REGIONS) return standard;
  const stores = settings.S3_REGIONS.map(
    ({ name, ...where }) => [name, objectsInS3({ ...account, ...where })] as const,
  );
  return objectsByRegion(standard, Object.fromEntries(stores));
}

function scannerFrom(settings: Env, log: Log): VirusScanner {
  if (!settings.CLAMAV_HOST) return noScanner;
  return clamdScanner({
    host: settings.CLAMAV_HOST,
    port: settings.CLAMAV_PORT,
    required: settings.CLAMAV_REQUIRED,
    onSkipped: (reason) => log.warn({ reason }, "picture not scanned: the virus scanner does not answer"),
  });
}
