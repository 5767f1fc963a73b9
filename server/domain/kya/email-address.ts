/**
 * Domain of an e-mail address in lower case; undefined where the address is not one (RFC 5321 limits, no quoted parts).
 */
export function emailDomain(address: string): string | undefined {
  const at = address.lastIndexOf("@");
  const [local, domain] = [address.slice(0, at), address.slice(at + 1).toLowerCase()];
  if (at < 1 || local.length > 64 || domain.length > 253 || address.length > 254) return undefined;
  const dotted = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
  const label = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?";
  const named = new RegExp(`^(?:${label}\\.)+(?=\\p{L}|xn--)${label}$`, "u");
  return dotted.test(local) && named.test(domain) ? domain : undefined;
}
