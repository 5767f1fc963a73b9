import { NonRetriableError } from "inngest";
import { AppError, ERRORS } from "@/server/contract/errors";

/** Runs a step's work; a refusal that no further try can change ends its tries. */
export async function retriable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError && !ERRORS[error.code].retryable) throw new NonRetriableError(error.code);
    throw error;
  }
}
