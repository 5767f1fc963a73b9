import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";
import { AppError } from "@/server/contract/errors";

/** Length in characters (NIST SP 800-63B-4 §3.1.1.2: long, and no rules about kinds of characters). */
const PASSWORD_MIN = 12;
const PASSWORD_MAX = 128;
/** zxcvbn's third of four: more than 10^8 guesses, known passwords and keyboard runs counted as an attacker would. */
const SCORE_MIN = 3;

let factory: ZxcvbnFactory | undefined;

/**
 * AppError `invalid_request` for a password that is too short or easy to guess, also from the person's own name and
 * address.
 */
export function judgePassword(password: string, known: readonly string[]): void {
  const length = [...password].length;
  if (length < PASSWORD_MIN || length > PASSWORD_MAX) {
    throw weak(`A password has ${PASSWORD_MIN} to ${PASSWORD_MAX} characters.`);
  }
  factory ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  const parts = known.flatMap((text) => [text, ...text.split(/[\s@.]+/)]).filter((text) => text.length > 2);
  const { score } = factory.check(password, [...parts, "veriflow"]);
  if (score < SCORE_MIN) throw weak("This password is easy to guess. A few random words make a good one.");
}

function weak(message: string): AppError {
  return new AppError("invalid_request", { fields: [{ path: "password", message }] });
}
