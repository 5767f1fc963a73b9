import { AppError } from "@/server/contract/errors";
import type { MeterEvent, MeterSink } from "@/server/services/ports";

export interface StripeSettings {
  readonly secretKey: string;
  readonly apiBase: string;
  readonly eventPrefix: string;
  readonly timeoutMs?: number;
}

/** The version of the API whose answers are read here. */
const VERSION = "2025-04-30.basil";
/** What Stripe says to an event that it has: proof that it was taken, not a failure. */
const TAKEN_BEFORE = /already exists with identifier/i;

/**
 * Stripe Billing's meter events (docs.stripe.com/api/billing/meter-event/create), one a call; off unless a key is set.
 */
export function stripeMeters({ secretKey, apiBase, eventPrefix, timeoutMs = 20_000 }: StripeSettings): MeterSink {
  const address = new URL("/v1/billing/meter_events", apiBase);
  return {
    eventPrefix,
    async send(event) {
      const headers = {
        authorization: `Bearer ${secretKey}`,
        "content-type": "application/x-www-form-urlencoded",
        "idempotency-key": event.id,
        "stripe-version": VERSION,
      };
      let response: Response;
      let text: string;
      try {
        const signal = AbortSignal.timeout(timeoutMs);
        response = await fetch(address, { method: "POST", headers, body: formOf(event), signal, redirect: "error" });
        text = await response.text();
      } catch (error) {
        throw new AppError("unavailable", { service: "stripe", reason: (error as Error).name });
      }
      return response.ok ? { taken: true } : judge(response, text);
    },
  };
}

function formOf({ id, eventName, customerId, value, at }: MeterEvent): URLSearchParams {
  return new URLSearchParams({
    event_name: eventName,
    "payload[stripe_customer_id]": customerId,
    "payload[value]": String(value),
    identifier: id,
    timestamp: String(Math.floor(at.getTime() / 1000)),
  });
}

/**
 * Too many calls, a call still running under the same key, and faults of theirs pass; everything else is for a person.
 */
function judge({ status, headers }: Response, text: string): { taken: true } | { refused: string } {
  const { code, message } = errorOf(text);
  if (status === 400 && TAKEN_BEFORE.test(message)) return { taken: true };
  const passing = status === 429 || status === 409 || status >= 500 || status === 401;
  if (!passing) return { refused: `${status} ${code}`.trim() };
  const seconds = Number(headers.get("retry-after"));
  const after = Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 3_600) : undefined;
  throw new AppError("unavailable", { service: "stripe", status }, after);
}

function errorOf(text: string): { code: string; message: string } {
  try {
    const { error } = JSON.parse(text) as { error?: { code?: string; type?: string; message?: string } };
    return { code: error?.code ?? error?.type ?? "", message: error?.message ?? "" };
  } catch {
    return { code: "", message: "" };
  }
}
