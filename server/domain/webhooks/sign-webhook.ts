/** Signing after the Standard Webhooks specification 1.0: `v1,` and base64 of HMAC-SHA256 over `id.timestamp.body`. */

export const SECRET_PREFIX = "whsec_";

/** The headers of one delivery. Several secrets (during a rotation) give several signatures, separated by a space. */
export async function signWebhook(input: {
  readonly id: string;
  readonly at: Date;
  readonly body: string;
  /** `whsec_` and base64 of 24 to 64 bytes. */
  readonly secrets: readonly string[];
}): Promise<Record<"webhook-id" | "webhook-timestamp" | "webhook-signature", string>> {
  const timestamp = Math.floor(input.at.getTime() / 1000).toString();
  const content = new TextEncoder().encode(`${input.id}.${timestamp}.${input.body}`);
  const signatures = await Promise.all(input.secrets.map((secret) => signatureOf(secret, content)));
  return { "webhook-id": input.id, "webhook-timestamp": timestamp, "webhook-signature": signatures.join(" ") };
}

async function signatureOf(secret: string, content: Uint8Array<ArrayBuffer>): Promise<string> {
  const text = secret.startsWith(SECRET_PREFIX) ? secret.slice(SECRET_PREFIX.length) : secret;
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const key = await crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const mac = new Uint8Array(await crypto.subtle.sign("HMAC", key, content));
  return `v1,${btoa(String.fromCharCode(...mac))}`;
}
