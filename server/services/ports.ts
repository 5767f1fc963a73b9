import type { Prisma } from "@/prisma/generated/client";
import type { Environment } from "@/server/contract/enums";
import type { DocumentEvidence } from "@/server/domain/documents/evidence";
import type { FaceEvidence } from "@/server/domain/face/evidence";
import type { FaceGallery, FaceProbe, GalleryHit } from "@/server/domain/face/face-gallery";
import type { PhoneFacts } from "@/server/domain/kya/profile-evidence";
import type { LivenessEvidence } from "@/server/domain/liveness/evidence";
import type { WebhookAnswer } from "@/server/domain/webhooks/judge-answer";
import type { FaceGalleries } from "@/server/services/faces/face-galleries";
import type { IdPrefix } from "@/server/services/id-prefix";
import type { RateCounters } from "@/server/services/rate-counters";
import type { SeenSign } from "@/server/vision/pipelines/document/forgery/types";

/** What services need of the outside, as interfaces; `server/adapters/live.ts` composes the real ones. */

export type Tx = Prisma.TransactionClient;

export interface Clock {
  now(): Date;
}

export interface Ids {
  make(prefix: IdPrefix): string;
  /** Unguessable text of at least 128 bits, URL-safe. */
  secret(bytes?: number): string;
}

export interface Database {
  /** One transaction as the application's role with the tenant set: row-level security shows nothing else. */
  inTenant<T>(tenantId: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * One transaction as the platform's role: key look-up, executor, operator's figures. Never on behalf of a tenant's
   * request.
   */
  asPlatform<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * One prepared statement that reads as the application's role with the tenant set, in one round trip. Dates and bytes
   * come as they are; nothing can be written.
   */
  tenantStatement<Row>(tenantId: string, statement: Statement): Promise<Row[]>;
  /** One prepared statement as the platform's role, in one round trip: what every request waits for. */
  platformStatement<Row>(statement: Statement): Promise<Row[]>;
}

export interface Statement {
  /** One name for one text: the database keeps its plan by it. */
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** A key in memory; never logged, never stored unwrapped. */
export interface DataKey {
  readonly bytes: Uint8Array;
}

/** AES-256-GCM envelopes. `context` is authenticated (table, column, row id), so that a value cannot be moved. */
export interface Keys {
  /** A new data key, wrapped by another, or by the master key. */
  makeDataKey(wrapping: DataKey | "master"): Promise<{ key: DataKey; sealed: Uint8Array<ArrayBuffer> }>;
  /** A known data key, wrapped anew: after its wrapping key was rotated. */
  wrapDataKey(key: DataKey, wrapping: DataKey | "master"): Promise<Uint8Array<ArrayBuffer>>;
  openDataKey(sealed: Uint8Array, wrapping: DataKey | "master"): Promise<DataKey>;
  seal(key: DataKey | "master", plain: Uint8Array | string, context: string): Promise<Uint8Array<ArrayBuffer>>;
  /** Throws where the envelope was altered or the context differs. */
  open(key: DataKey | "master", sealed: Uint8Array, context: string): Promise<Uint8Array>;
}

/** Encrypted objects by key (local folder or S3). The store sees ciphertext only. */
export interface ObjectStore {
  /**
   * `lockUntil` asks the store to refuse change and deletion until then, to everyone (S3 Object Lock, compliance mode).
   * AppError `unavailable` where the store cannot promise that.
   */
  put(key: string, bytes: Uint8Array, options?: { readonly lockUntil?: Date }): Promise<void>;
  get(key: string): Promise<Uint8Array>;
  delete(key: string): Promise<void>;
  /** Every object whose key begins with the prefix, in any order. */
  list(prefix: string): AsyncIterable<StoredObject>;
  /** Regions with a store of their own, where there are any: see `objectHome`. */
  readonly regions?: readonly string[];
}
export interface StoredObject {
  readonly key: string;
  readonly writtenAt: Date;
}

export interface VirusScanner {
  /**
   * Resolves when clean or when none is configured; AppError `malware_found` otherwise. A scanner that does not answer
   * is `scanner_unavailable` where the configuration demands scanning, or the tenant, who is only then asked.
   */
  scan(bytes: Uint8Array, demanded?: () => Promise<boolean>): Promise<void>;
}

/** Facts about a picture, judged by its bytes; `bytes` are re-encoded without metadata, upright. */
export interface InspectedImage {
  readonly mime: "image/jpeg" | "image/png" | "image/webp";
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
  /** What the file said of editing, before its metadata were taken off. */
  readonly fileSign?: SeenSign;
}

/**
 * Decoding and models, run off the event loop. Refuses bad pictures with AppError; a missing model is
 * `model_unavailable`.
 */
export interface Vision {
  /** AppError: unsupported_media_type, image_too_large, image_too_many_pixels, invalid_image. */
  inspect(bytes: Uint8Array): Promise<InspectedImage>;
  liveness(input: {
    still?: Uint8Array;
    frames?: readonly { tMs: number; bytes: Uint8Array }[];
  }): Promise<LivenessEvidence>;
  document(input: {
    front: Uint8Array;
    back?: Uint8Array;
    documentHint: string;
    countryHint: string;
    read?: "all" | "zone";
  }): Promise<DocumentEvidence>;
  /** Template of the best face; `where` says whether to expect a selfie or a portrait on a document. */
  face(bytes: Uint8Array, where: "live" | "document"): Promise<FaceEvidence>;
  /** JPEG of the portrait found on a document, or undefined. */
  portrait(bytes: Uint8Array): Promise<Uint8Array | undefined>;
  /** As `searchGallery`, off the event loop; the gallery's memory is shared, not copied. */
  nearest(
    gallery: FaceGallery,
    probe: FaceProbe,
    limits: { readonly most: number; readonly least: number },
  ): Promise<GalleryHit[]>;
}

/** Posts to an address that a tenant chose; refusals and failures are answers, never exceptions. */
export interface WebhookSender {
  /** Whether loopback and private addresses, and plain http, may be endpoints: local development only. */
  readonly allowsPrivate: boolean;
  post(input: {
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  }): Promise<WebhookAnswer>;
}

export interface Mail {
  /** Under which the mail is known however often it is tried; part of its Message-ID. */
  readonly id?: string;
  /** One address. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
}

/**
 * Sends mail. AppError `unavailable` where the mail server did not take it: send it from a step that is tried again.
 */
export interface Mailer {
  send(mail: Mail): Promise<void>;
}

/** Usage for a billing service outside: so many billed calls of one customer. */
export interface MeterEvent {
  /** The service takes it once under this. */
  readonly id: string;
  readonly eventName: string;
  readonly customerId: string;
  readonly value: number;
  readonly at: Date;
}

/** Hands usage to a billing service. AppError `unavailable` where it did not take it and may do so later. */
export interface MeterSink {
  /** Names that the service's meters listen to begin with this. */
  readonly eventPrefix: string;
  /** `refused` says why it never will. */
  send(event: MeterEvent): Promise<{ readonly taken: true } | { readonly refused: string }>;
}

/** Facts for the profile checks; `unknown` where it could not be looked up. */
export interface Lookups {
  hasMailServer(domain: string): Promise<boolean | "unknown">;
  /** ISO 3166 alpha-2. */
  countryOfIp(ip: string): Promise<string | "unknown">;
  isDisposableDomain(domain: string): boolean;
  /** `country` (alpha-2) is where a number without `+` is taken to be from. */
  phone(number: string, country?: string): PhoneFacts;
}

/** Hands an event to the durable functions (Inngest or the embedded executor). */
export interface EventSink {
  send(event: { id: string; name: string; data: Record<string, unknown> }): Promise<void>;
}

export interface Log {
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
}

/** Everything outside, as one value. */
export interface Adapters {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly database: Database;
  readonly keys: Keys;
  readonly objects: ObjectStore;
  readonly scanner: VirusScanner;
  readonly vision: Vision;
  readonly galleries: FaceGalleries;
  readonly lookups: Lookups;
  readonly events: EventSink;
  readonly webhooks: WebhookSender;
  readonly mailer: Mailer;
  /** Who issues invoices: name and address, with commas between the lines. */
  readonly issuer: string;
  /** Absent where no billing service is configured, which is the default. */
  readonly meters?: MeterSink;
  readonly rates: RateCounters;
  /**
   * Whether a national number's own digits hold, by the rule that a country file names; null where no rule is known.
   */
  readonly nationalNumbers: (rule: string, value: string) => boolean | null;
  readonly log: Log;
}

/** Who asks: every service gets this first. */
export interface Ctx extends Adapters {
  readonly tenantId: string;
  readonly environment: Environment;
  /** For the audit: key id, user id, session id or `system`. */
  readonly actor: string;
  readonly keyId?: string;
  readonly traceId: string;
}
