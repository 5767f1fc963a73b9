import type { Environment } from "@/server/contract/enums";
import { writeKey } from "@/server/services/keys/create-key";
import type { Adapters, Tx } from "@/server/services/ports";

interface KeyPair {
  readonly api_key: string;
  readonly api_secret: string;
}

/** The key already made, where the database still has it in use; else a new one. */
export async function ensureKey(
  adapters: Adapters,
  tx: Tx,
  tenantId: string,
  environment: Environment,
  known: KeyPair | undefined,
): Promise<KeyPair> {
  const where = { id: known?.api_key ?? "", tenant_id: tenantId, revoked_at: null };
  if (known && (await tx.apiKey.count({ where })) === 1)
    return { api_key: known.api_key, api_secret: known.api_secret };
  const ctx = { ...adapters, tenantId, environment, actor: "system", traceId: "seed" };
  const { id, secret } = await writeKey(ctx, tx, { environment, label: `Demo (${environment})` });
  return { api_key: id, api_secret: secret };
}
