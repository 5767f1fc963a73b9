import type { Adapters } from "@/server/services/ports";

export interface SignatureUse {
  readonly keyId: string;
  /** Lower-case hex. */
  readonly signature: string;
  /** When its timestamp can no longer be accepted. */
  readonly expiresAt: Date;
}

/** Whether this signature comes for the first time; the database decides, so that it holds across processes. */
export async function acceptSignature(adapters: Pick<Adapters, "database">, use: SignatureUse): Promise<boolean> {
  const inserted = await adapters.database.asPlatform(
    (tx) => tx.$executeRaw`INSERT INTO signature_seen (key_id, signature, expires_at)
      VALUES (${use.keyId}, ${use.signature}, ${use.expiresAt}) ON CONFLICT DO NOTHING`,
  );
  return inserted === 1;
}
