import {
  canonicalString,
  hex,
  hmacSha256,
  SIGNATURE_SKEW_SECONDS,
  sha256Hex,
  timestampSeconds,
} from "@/server/contract/signing";
import type { Variant } from "@/server/domain/signing/variant";
import {
  bodyVariants,
  joinVariants,
  methodVariants,
  pathVariants,
  timestampVariants,
} from "@/server/domain/signing/variants";

/** A request whose signature somebody wonders about. */
export interface SignatureCase {
  readonly secret: string;
  readonly timestamp: string;
  readonly method: string;
  readonly path: string;
  readonly body: string;
  /** X-API-SIGN as sent. */
  readonly signature: string;
  readonly now: Date;
}

export interface SignatureExplanation {
  readonly matches: boolean;
  /** What the server signs; compare it with yours line by line. */
  readonly canonicalString: string;
  /** Sentences, the likeliest first; each says what was done and what to do instead. */
  readonly findings: readonly string[];
}

/**
 * Says why a signature does not match, by signing as people commonly do by mistake, up to two mistakes at a time, until
 * one gives what was sent. Never yields the right signature.
 */
export async function explainSignature(given: SignatureCase): Promise<SignatureExplanation> {
  const bodySha256 = await sha256Hex(new TextEncoder().encode(given.body));
  const canonical = canonicalString({ ...given, bodySha256 });
  const sent = given.signature.trim();
  const right = hex(await hmacSha256(given.secret, canonical));
  const clock = clockFindings(given);
  if (sent.toLowerCase() === right) return { matches: true, canonicalString: canonical, findings: clock };
  const mistakes = (await findMistakes(given, sent)) ?? [shapeFinding(sent)];
  return { matches: false, canonicalString: canonical, findings: [...mistakes, ...clock] };
}

function clockFindings({ timestamp, now }: SignatureCase): string[] {
  const seconds = timestampSeconds(timestamp);
  if (seconds === undefined) return ["X-API-TIMESTAMP is not Unix time in seconds or in 13 digits of milliseconds."];
  const off = Math.round(seconds - now.getTime() / 1000);
  if (Math.abs(off) <= SIGNATURE_SKEW_SECONDS) return [];
  return [
    `X-API-TIMESTAMP is ${Math.abs(off)} seconds ${off < 0 ? "behind" : "ahead of"} the server; 300 are allowed.`,
  ];
}

function shapeFinding(sent: string): string {
  if (!/^[0-9a-f]+$/i.test(sent)) return "X-API-SIGN is not hexadecimal; send the 64 hex digits of the HMAC.";
  if (sent.length !== 64) return `X-API-SIGN has ${sent.length} hex digits; HMAC-SHA-256 has 64.`;
  return "No common mistake explains this signature. Compare the canonical string, then make sure that the secret is this key's.";
}

/** The mistakes that lead to what was sent; undefined where none was found. */
async function findMistakes(given: SignatureCase, sent: string): Promise<string[] | undefined> {
  const lists = [
    timestampVariants(given.timestamp),
    methodVariants(given.method),
    pathVariants(given.path),
    await bodyVariants(given.body),
    joinVariants(),
  ];
  const tried = new Set<string>();
  for (const [timestamp, method, path, body, join] of combinations(lists)) {
    const text = assemble(join.value, [timestamp.value, method.value, path.value, body.value], given.body);
    const mistakes = [timestamp, method, path, body, join].flatMap((variant) => variant.finding ?? []);
    if (tried.has(text)) continue;
    tried.add(text);
    const encoding = await encodingOf(given.secret, text, sent);
    if (encoding !== undefined) return [...mistakes, ...encoding];
  }
  return undefined;
}

/** Every choice of one variant per list that departs from the right way in at most two places, fewest first. */
function combinations(lists: readonly (readonly Variant[])[]): Variant[][] {
  const right = lists.map((list) => list[0]);
  const one = lists.flatMap((list, i) => list.slice(1).map((variant) => right.with(i, variant)));
  const two = lists.flatMap((list, i) =>
    list
      .slice(1)
      .flatMap((a) =>
        lists.flatMap((other, j) => (j > i ? other.slice(1).map((b) => right.with(i, a).with(j, b)) : [])),
      ),
  );
  return [right, ...one, ...two];
}

function assemble(join: string, parts: readonly string[], body: string): string {
  if (join === "body+timestamp") return body + parts[0];
  if (join === "end") return `${parts.join("\n")}\n`;
  return parts.join(join);
}

/** Empty where the text under the right key gives what was sent; findings where it does in another dress. */
async function encodingOf(secret: string, text: string, sent: string): Promise<string[] | undefined> {
  const mac = await hmacSha256(secret, text);
  if (hex(mac) === sent.toLowerCase()) return [];
  const base64 = btoa(String.fromCharCode(...mac));
  if (sent.replaceAll("-", "+").replaceAll("_", "/").replace(/=+$/, "") === base64.replace(/=+$/, "")) {
    return ["The HMAC was sent in base64; send it in hex."];
  }
  if (secret.trim() !== sent && (await sha256Hex(new TextEncoder().encode(text))) === sent.toLowerCase()) {
    return ["A plain SHA-256 was sent; use HMAC-SHA-256 with the secret as its key."];
  }
  const swapped = text === "" ? undefined : hex(await hmacSha256(text, secret));
  return swapped === sent.toLowerCase()
    ? ["Key and message were swapped in the HMAC; the secret is the key."]
    : undefined;
}
