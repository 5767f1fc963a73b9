import type { KeyInUse } from "@/server/services/requests/find-key";

/** Keys whose secrets this process has opened lately. What they may do is read anew for every request all the same. */
export interface KnownKeys {
  find(id: string): KeyInUse | undefined;
  remember(key: KeyInUse): void;
  forget(id: string): void;
}

const KEEP_MS = 5 * 60_000;
const KEEP = 10_000;

export function knownKeys(now: () => number = () => performance.now()): KnownKeys {
  const known = new Map<string, { readonly key: KeyInUse; readonly until: number }>();
  return {
    find(id) {
      const entry = known.get(id);
      return entry && entry.until > now() ? entry.key : undefined;
    },
    remember(key) {
      const until = known.get(key.id)?.until ?? 0;
      known.set(key.id, { key, until: until > now() ? until : now() + KEEP_MS });
      for (const oldest of known.keys()) if (known.size > KEEP) known.delete(oldest);
    },
    forget: (id) => void known.delete(id),
  };
}
