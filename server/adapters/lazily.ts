/** An adapter whose module is loaded at the first call of any of its methods; the module exports it as `load()`. */
export function lazily<T extends object>(module: () => Promise<{ load(): T | Promise<T> }>): T {
  let loading: Promise<T> | undefined;
  return new Proxy({} as T, {
    get(_, method) {
      // A promise would be asked for `then`.
      if (typeof method === "symbol" || method === "then") return undefined;
      return async (...args: unknown[]) => {
        loading ??= module().then((m) => m.load());
        const target = (await loading) as Record<string, (...args: unknown[]) => unknown>;
        return target[method](...args);
      };
    },
  });
}
