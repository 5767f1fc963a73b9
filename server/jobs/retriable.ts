import { NonRetriableError } from "inngest";
import { AppError, ERRORS } from "@/server/contract/errors";

/** Retries that a function with outages to wait out asks for: with the executor's growing pauses about an hour. */
export const OUTAGE_RETRIES = 20;
/** Tries of what fails for another reason. */
const TRIES = 3;

/**
 * Runs a step's work; a refusal that no further try can change ends its tries. Where `attempt` (from 0) is told,
 * anything but an outage ends them after the third: a database or an object store comes back, and nobody should have to
 * look at what it interrupted; a picture that breaks a model breaks it again.
 */
export async function retriable<T>(work: () => Promise<T>, attempt?: number): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const refusal = error instanceof AppError ? error : undefined;
    if (refusal && !ERRORS[refusal.code].retryable) throw new NonRetriableError(refusal.code);
    const outage = refusal?.code === "unavailable";
    if (attempt !== undefined && !outage && attempt + 1 >= TRIES) {
      throw new NonRetriableError(refusal?.code ?? "failed", { cause: error });
    }
    throw error;
  }
}
