import { BlockList, isIP } from "node:net";

/** Whether an address is on a key's list of addresses and CIDR ranges. An empty list allows all; an unknown address none. */
export function addressAllowed(allowList: readonly string[], address: string | undefined): boolean {
  if (allowList.length === 0) return true;
  if (!address || !isIP(address)) return false;
  const list = new BlockList();
  for (const entry of allowList) add(list, entry);
  return list.check(address, family(address));
}

function add(list: BlockList, entry: string): void {
  const [network, prefix] = entry.split("/");
  if (!isIP(network)) return;
  if (prefix === undefined) list.addAddress(network, family(network));
  else if (/^\d+$/.test(prefix)) list.addSubnet(network, Number(prefix), family(network));
}

function family(address: string): "ipv4" | "ipv6" {
  return isIP(address) === 6 ? "ipv6" : "ipv4";
}
