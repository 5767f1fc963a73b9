/** What a receiver answered, or why there was no answer. */
export interface WebhookAnswer {
  readonly status?: number;
  /** Machine-readable: `timeout`, `address_not_allowed`, `dns`, `connection`, `tls`, `invalid_url`. */
  readonly error?: string;
  /** The beginning of the body, for the log. */
  readonly body: string;
  readonly durationMs: number;
}

/** `delivered`: a 2xx. `gone`: 410, the endpoint wants no more. `retry`: anything else, redirects included. */
export function judgeAnswer(answer: Pick<WebhookAnswer, "status">): "delivered" | "gone" | "retry" {
  const { status } = answer;
  if (status === undefined) return "retry";
  if (status >= 200 && status < 300) return "delivered";
  return status === 410 ? "gone" : "retry";
}
