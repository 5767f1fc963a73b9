import { expect, test } from "vitest";
import { addressAllowed, isAddressRange } from "@/server/api/request/address-allowed";
import { clientAddress } from "@/server/api/request/client-address";

const wire = { target: "/", peer: "::ffff:10.1.2.3" };
const forwarded = (value: string): Headers => new Headers({ "x-forwarded-for": value });

test("without a proxy of ours the socket decides, whatever the header claims", () => {
  expect(clientAddress(forwarded("1.2.3.4"), wire, 0)).toBe("10.1.2.3");
});

test("behind proxies only the entries that they appended are believed", () => {
  expect(clientAddress(forwarded("6.6.6.6, 1.2.3.4"), wire, 1)).toBe("1.2.3.4");
  expect(clientAddress(forwarded("6.6.6.6, 1.2.3.4, 10.0.0.9"), wire, 2)).toBe("1.2.3.4");
  expect(clientAddress(forwarded("1.2.3.4"), wire, 2)).toBe("1.2.3.4");
});

test("an address that cannot be known is undefined", () => {
  expect(clientAddress(new Headers(), undefined, 0)).toBeUndefined();
  expect(clientAddress(forwarded("unknown"), wire, 1)).toBeUndefined();
});

test("what is no address and no range is refused when a list is made, and matches nothing in one that is there", () => {
  for (const good of ["203.0.113.7", "10.0.0.0/8", "0.0.0.0/0", "2001:db8::/32", "::1"])
    expect(isAddressRange(good)).toBe(true);
  const bad = ["", "nonsense", "10.0.0.0/33", "10.0.0.0/8/8", "10.0.0.0/", "10.0.0.0/-1", "2001:db8::/129", "1.2.3"];
  for (const entry of bad) {
    expect(isAddressRange(entry)).toBe(false);
    expect(addressAllowed([entry], "10.0.0.1")).toBe(false);
  }
});

test("an allow-list takes addresses and ranges of both families, and refuses the unknown", () => {
  const list = ["203.0.113.7", "10.0.0.0/8", "2001:db8::/32", "nonsense", "10.0.0.0/x"];
  expect(["203.0.113.7", "10.9.9.9", "2001:db8::1"].map((a) => addressAllowed(list, a))).toEqual([true, true, true]);
  expect(["203.0.113.8", "11.0.0.1", "2001:db9::1", undefined].map((a) => addressAllowed(list, a))).toEqual(
    Array(4).fill(false),
  );
  expect(addressAllowed([], undefined)).toBe(true);
});
