import { isSealedWith, openEnvelope, sealEnvelope } from "@/server/adapters/keys/envelope";
import type { KeyProvider } from "@/server/adapters/keys/key-provider";

/** Master keys in memory (32 bytes each): the first seals, all of them open, so that the key can be rotated. */
export function localKeyProvider(current: Uint8Array, previous: readonly Uint8Array[] = []): KeyProvider {
  return {
    name: "local",
    seal: async (plain, context) => sealEnvelope(current, plain, context),
    async open(sealed, context) {
      const key = [current, ...previous].find((candidate) => isSealedWith(candidate, sealed));
      if (!key) throw new Error("This was sealed with another master key: restore VERIFLOW_MASTER_KEY or its file.");
      return openEnvelope(key, sealed, context);
    },
  };
}
