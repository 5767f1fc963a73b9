import { randomBytes } from "node:crypto";
import type { IdPrefix } from "@/server/services/id-prefix";
import type { Clock, Ids } from "@/server/services/ports";

/** Crockford's base 32, lower case: sorts as its value does. */
const DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";

/**
 * Ids after ULID (github.com/ulid/spec): a prefix, 48 bits of milliseconds and 80 random bits, so that ids sort by
 * time.
 */
export function makeIds(clock: Clock): Ids {
  return {
    make: (prefix: IdPrefix) => `${prefix}_${timePart(clock.now().getTime())}${randomPart()}`,
    secret: (bytes = 32) => randomBytes(Math.max(16, bytes)).toString("base64url"),
  };
}

/** Ten digits of five bits. */
function timePart(ms: number): string {
  let rest = ms;
  let text = "";
  for (let i = 0; i < 10; i++) {
    text = DIGITS[rest % 32] + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

/** Sixteen digits; a byte's lower five bits are evenly spread. */
function randomPart(): string {
  return Array.from(randomBytes(16), (byte) => DIGITS[byte & 31]).join("");
}
