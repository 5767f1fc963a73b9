import { sha256Hex } from "@/server/contract/signing";
import type { Variant } from "@/server/domain/signing/variant";

/** Ways in which people build each line of the canonical string; the right one first. */
export function timestampVariants(timestamp: string): Variant[] {
  const finding =
    "The timestamp under the signature is not the one in X-API-TIMESTAMP: one is in seconds, the other in milliseconds.";
  const wrong = /^\d{13}$/.test(timestamp)
    ? [timestamp.slice(0, 10), `${timestamp.slice(0, 10)}.${timestamp.slice(10)}`]
    : [`${timestamp}000`];
  return [{ value: timestamp }, ...wrong.map((value) => ({ value, finding }))];
}

export function methodVariants(method: string): Variant[] {
  return unlike(method, [
    { value: method.toLowerCase(), finding: "The method was signed in lower case; sign it in capitals." },
  ]);
}

export function pathVariants(path: string): Variant[] {
  const [bare, query] = path.split("?");
  const decoded = safeDecode(path);
  const others: Variant[] = [
    { value: bare, finding: "The query string was left out; sign the path with its query string, as sent." },
    { value: `${bare}?`, finding: "A lone question mark was signed; sign the path as sent." },
    { value: decoded, finding: "The path was signed decoded; sign it percent-encoded, as sent." },
    { value: encodeURI(decoded), finding: "The path was encoded differently from what was sent; sign it as sent." },
    { value: path.replace(/^\/v1/, ""), finding: "The path was signed without /v1; sign the whole path." },
    { value: path.replace(/^\//, ""), finding: "The path was signed without its leading slash." },
    {
      value: `${bare}/${query === undefined ? "" : `?${query}`}`,
      finding: "The path was signed with a slash at its end that was not sent.",
    },
    {
      value: bare.replace(/\/$/, "") + (query === undefined ? "" : `?${query}`),
      finding: "The path was signed without its last slash.",
    },
  ];
  return unlike(path, others);
}

export async function bodyVariants(body: string): Promise<Variant[]> {
  const hash = (text: string) => sha256Hex(new TextEncoder().encode(text));
  const right = await hash(body);
  const texts: [string, string][] = [
    ["", "The hash of an empty body was signed although a body was sent; hash the raw body."],
    [body.trim(), "The body was hashed without its outer white space; hash the raw bytes that are sent."],
    [`${body}\n`, "The body was hashed with a line break at its end that was not sent."],
    ["{}", "The hash of {} was signed; without a body, hash nothing."],
    ...rewritten(body).map((text): [string, string] => [
      text,
      "The JSON was hashed in another layout than it was sent in; serialise once, hash and send those bytes.",
    ]),
  ];
  const hashed = await Promise.all(texts.map(async ([text, finding]) => ({ value: await hash(text), finding })));
  return unlike(right, [
    ...hashed,
    { value: right.toUpperCase(), finding: "The body's hash was signed in capitals; use lower-case hex." },
    { value: body, finding: "The body itself was signed; sign its SHA-256 in hex." },
    { value: btoa(hexText(right)), finding: "The body's hash was signed in base64; use hex." },
    { value: "", finding: "The body's hash was left out; without a body, sign the hash of nothing." },
  ]);
}

export function joinVariants(): Variant[] {
  return [
    { value: "\n" },
    { value: "", finding: "The parts were joined with nothing; join them with line breaks." },
    { value: "\\n", finding: "The parts were joined with a backslash and an n; join them with real line breaks." },
    { value: "\r\n", finding: "The lines end with CR LF; end them with LF alone." },
    { value: "end", finding: "A line break stands at the end; there is none after the body's hash." },
    {
      value: "body+timestamp",
      finding: "Body and timestamp were signed; sign timestamp, method, path and the body's hash.",
    },
  ];
}

/** The same JSON as other libraries would write it. */
function rewritten(body: string): string[] {
  try {
    const value = JSON.parse(body) as unknown;
    const compact = JSON.stringify(value);
    const spaced = JSON.stringify(value, null, 1)
      ?.replace(/\n\s*/g, " ")
      .replace(/([[{]) | ([\]}])/g, "$1$2");
    return [compact, JSON.stringify(value, null, 2), JSON.stringify(value, null, 4), spaced];
  } catch {
    return [];
  }
}

function unlike(right: string, others: readonly Variant[]): Variant[] {
  const seen = new Set([right]);
  const kept = others.filter(({ value }) => !seen.has(value) && seen.add(value));
  return [{ value: right }, ...kept];
}

function safeDecode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function hexText(hex: string): string {
  return hex.replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16)));
}
