import { tokenHash } from "@/server/services/people/token-hash";
import type { Ids, Tx } from "@/server/services/ports";

const COUNT = 10;
/** Crockford's base 32, without letters that look like digits. */
const DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";

/** What is stored of a code; bound to the person, however it was typed. */
function codeHash(userId: string, code: string): string {
  return tokenHash(`${userId}:${code.toLowerCase().replace(/[^0-9a-z]/g, "")}`);
}

/** `k3v9-…`: sixteen digits of five bits. */
function makeCode(ids: Pick<Ids, "secret">): string {
  const bytes = Buffer.from(ids.secret(16), "base64url");
  const digits = Array.from(bytes.subarray(0, 16), (byte) => DIGITS[byte & 31]).join("");
  return digits.match(/.{4}/g)!.join("-");
}

/** Ten new codes in place of the earlier ones, which stop working. They are shown this once. */
export async function replaceRecoveryCodes(ids: Pick<Ids, "secret">, tx: Tx, userId: string): Promise<string[]> {
  const codes = Array.from({ length: COUNT }, () => makeCode(ids));
  await tx.recoveryCode.deleteMany({ where: { user_id: userId } });
  const rows = codes.map((code) => ({ user_id: userId, code_hash: codeHash(userId, code) }));
  await tx.recoveryCode.createMany({ data: rows });
  return codes;
}

/** Whether it was a code that nobody had used; it is used now. */
export async function useRecoveryCode(tx: Tx, userId: string, code: string, now: Date): Promise<boolean> {
  const where = { user_id: userId, code_hash: codeHash(userId, code), used_at: null };
  const { count } = await tx.recoveryCode.updateMany({ where, data: { used_at: now } });
  return count === 1;
}
