import { z } from "zod";

/**
 * What an evidence pack holds and how its parts are bound together: read by the one that packs and the one that checks.
 */

export const PACK_SCHEMA = "veriflow-evidence/1";
export const MANIFEST = "manifest.json";
export const SIGNATURE = "manifest.sig";
export const VERIFICATION = "verification.json";
export const MEDIA = "media.json";
export const AUDIT = "audit.jsonl";
export const REPORT = "report.pdf";
/** Every file that the manifest must name. */
export const PACKED = [VERIFICATION, MEDIA, AUDIT, REPORT] as const;

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Signed: what is in the pack by its hashes, of whom, when, and where the audit stood. */
export const Manifest = z
  .object({
    schema: z.literal(PACK_SCHEMA),
    tenant_id: z.string(),
    job_id: z.string(),
    environment: z.enum(["test", "live"]),
    created_at: z.iso.datetime(),
    key: z
      .object({ algorithm: z.literal("Ed25519"), public_key: z.string().describe("Raw, 32 bytes, base64.") })
      .strict(),
    files: z.record(z.string(), Sha256),
    /**
     * The excerpt is a run of the tenant's chain without a gap; the head is where the chain ended when it was packed.
     */
    chain: z
      .object({ id: z.string(), first_seq: z.number(), last_seq: z.number(), head_seq: z.number(), head_hash: Sha256 })
      .strict(),
  })
  .strict();
export type Manifest = z.infer<typeof Manifest>;

/**
 * One picture of the verification: what it was, by the hash of its bytes; null where the picture was deleted before.
 */
export const PackedMedia = z.object({
  id: z.string(),
  kind: z.string(),
  position: z.number(),
  mime: z.string(),
  bytes: z.number(),
  width: z.number(),
  height: z.number(),
  created_at: z.iso.datetime(),
  sha256: Sha256.nullable(),
});
export type PackedMedia = z.infer<typeof PackedMedia>;
