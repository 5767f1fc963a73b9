import { SECRET_PREFIX } from "@/server/domain/webhooks/sign-webhook";
import type { Ids } from "@/server/services/ports";

/** A signing secret of 256 bits in the form of Standard Webhooks: `whsec_` and base64. */
export function makeWebhookSecret(ids: Pick<Ids, "secret">): string {
  const bytes = Buffer.from(ids.secret(32), "base64url");
  return `${SECRET_PREFIX}${bytes.toString("base64")}`;
}
