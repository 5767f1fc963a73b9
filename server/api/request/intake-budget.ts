import { AppError } from "@/server/contract/errors";

/** How many bytes of bodies this process holds at once; beyond it, callers are asked to come back. */
export interface IntakeBudget {
  /** Runs `work` with room for `bytes`. AppError `overloaded` where there is none. */
  hold<T>(bytes: number, work: () => Promise<T>): Promise<T>;
}

export function intakeBudget(maxBytes: number): IntakeBudget {
  let held = 0;
  return {
    async hold(bytes, work) {
      if (held + bytes > maxBytes) throw new AppError("overloaded", {}, 1);
      held += bytes;
      try {
        return await work();
      } finally {
        held -= bytes;
      }
    },
  };
}
