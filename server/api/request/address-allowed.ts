import { BlockList, isIP } from "node:net";

/**
 * Whether an address is on a key's list of addresses and CIDR ranges. An empty list allows all; an unknown address
 * none.
 */
export function addressAllowed(allowList: readonly string[], address: string | undefined): boolean {
  if (allowList.length === 0) return true;
  if (!address || !isIP(address)) return false;
  const list = new BlockList();
  for (const entry of allowList) add(list, entry);
  return list.check(address, family(address));
}

/** Whether a list may hold this: an IPv4 or IPv6 address, or a range of them in CIDR form. */
export function isAddressRange(entry: string): boolean {
  const [network, prefix, ...more] = entry.split("/");
  if (!isIP(network) || more.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (isIP(network) === 6 ? 128 : 32));
}

/** What is no address or range matches nothing. */
function add(list: BlockList, entry: string): void {
  if (!isAddressRange(entry)) return;
  const [network, prefix] = entry.split("/");
  if (prefix === undefined) list.addAddress(network, family(network));
  else list.addSubnet(network, Number(prefix), family(network));
}

function family(address: string): "ipv4" | "ipv6" {
  return isIP(address) === 6 ? "ipv6" : "ipv4";
}
