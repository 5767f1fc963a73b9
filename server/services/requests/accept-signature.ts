import type { Adapters } from "@/server/services/ports";
import { KEY_COLUMNS, KEY_TABLES, type KeyInUse, type KeyRow, keyInUse } from "@/server/services/requests/find-key";

export interface SignatureUse {
  readonly key: Pick<KeyInUse, "id" | "secret">;
  /** Lower-case hex; it was found right. */
  readonly signature: string;
  /** When its timestamp can no longer be accepted. */
  readonly expiresAt: Date;
}

export interface Acceptance {
  /** The key as it is now, whatever was remembered of it; undefined where it is gone. */
  readonly key: KeyInUse | undefined;
  /** Whether this signature comes for the first time; the database decides, so that it holds across processes. */
  readonly first: boolean;
}

/**
 * Takes a right signature, and reads its key anew in the same statement: a key revoked a moment ago, in another
 * process, is seen here, although its secret was remembered.
 */
export async function acceptSignature(
  adapters: Pick<Adapters, "database" | "clock">,
  { key, signature, expiresAt }: SignatureUse,
): Promise<Acceptance> {
  const [row] = await adapters.database.platformStatement<KeyRow & { first: boolean }>({
    name: "accept_signature",
    text: ACCEPT,
    values: [key.id, signature, expiresAt],
  });
  if (!row) return { key: undefined, first: false };
  return { key: keyInUse(row, key.secret, adapters.clock.now()), first: row.first };
}

const ACCEPT = `
  WITH found AS (SELECT ${KEY_COLUMNS} FROM ${KEY_TABLES} WHERE k.id = $1),
  seen AS (
    INSERT INTO signature_seen (key_id, signature, expires_at) SELECT id, $2, $3 FROM found
    ON CONFLICT DO NOTHING RETURNING 1)
  SELECT found.*, EXISTS (SELECT 1 FROM seen) AS first FROM found`;
