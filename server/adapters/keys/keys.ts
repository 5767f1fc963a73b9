import { randomBytes } from "node:crypto";
import { openEnvelope, sealEnvelope } from "@/server/adapters/keys/envelope";
import type { KeyProvider } from "@/server/adapters/keys/key-provider";
import type { DataKey, Keys } from "@/server/services/ports";

const DATA_KEY_CONTEXT = "data key";

/**
 * Envelopes under a master key that a provider holds: master → tenant's data key → verification's data key → values.
 */
export function makeKeys(master: KeyProvider): Keys {
  const sealWith = (key: DataKey | "master", plain: Uint8Array, context: string) =>
    key === "master" ? master.seal(plain, context) : Promise.resolve(sealEnvelope(key.bytes, plain, context));
  const openWith = async (key: DataKey | "master", sealed: Uint8Array, context: string) =>
    key === "master" ? master.open(sealed, context) : openEnvelope(key.bytes, sealed, context);
  return {
    async makeDataKey(wrapping) {
      const bytes = Uint8Array.from(randomBytes(32));
      return { key: dataKey(bytes), sealed: await sealWith(wrapping, bytes, DATA_KEY_CONTEXT) };
    },
    wrapDataKey: (key, wrapping) => sealWith(wrapping, key.bytes, DATA_KEY_CONTEXT),
    openDataKey: async (sealed, wrapping) => dataKey(await openWith(wrapping, sealed, DATA_KEY_CONTEXT)),
    seal: (key, plain, context) =>
      sealWith(key, typeof plain === "string" ? Buffer.from(plain, "utf8") : plain, context),
    open: openWith,
  };
}

/** Its bytes are hidden from JSON and from inspection, and so from logs. */
function dataKey(bytes: Uint8Array): DataKey {
  const key = Object.defineProperty({}, "bytes", { value: bytes, enumerable: false });
  return Object.freeze(key) as DataKey;
}
