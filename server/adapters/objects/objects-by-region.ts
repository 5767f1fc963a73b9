import type { ObjectStore } from "@/server/services/ports";

const IN_REGION = /^in-([a-z0-9-]+)\//;

/**
 * Objects of several regions as one store: what begins with `in-<region>/` lives in that region's bucket and nowhere
 * else, the rest in the standard one. A name with a region that is not there is a mistake of ours and throws.
 */
export function objectsByRegion(standard: ObjectStore, regions: Readonly<Record<string, ObjectStore>>): ObjectStore {
  const storeOf = (key: string): ObjectStore => {
    const region = IN_REGION.exec(key)?.[1];
    if (region === undefined) return standard;
    const store = regions[region];
    if (!store) throw new Error(`There is no object store for the region ${region}.`);
    return store;
  };
  return {
    regions: Object.keys(regions),
    put: (key, bytes, options) => storeOf(key).put(key, bytes, options),
    get: (key) => storeOf(key).get(key),
    delete: (key) => storeOf(key).delete(key),
    list: (prefix) => storeOf(prefix).list(prefix),
  };
}
