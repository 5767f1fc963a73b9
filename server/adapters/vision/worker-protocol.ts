import type { Brake } from "@/server/adapters/vision/brake";
import type { ErrorCode, ErrorDetails } from "@/server/contract/errors";
import type { Vision } from "@/server/services/ports";

/** What is sent to a vision worker, and what comes back. */
export interface WorkerTask {
  readonly operation: keyof Vision;
  readonly args: readonly unknown[];
  readonly brake: Brake;
}

export type WorkerAnswer =
  | { readonly value: unknown }
  | { readonly refused: { readonly code: ErrorCode; readonly details: ErrorDetails } };
