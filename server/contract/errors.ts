/** Every reason for which a request can be refused: code → HTTP status, message, whether trying again may help. */
export const ERRORS = {
  malformed_request: { status: 400, message: "The request could not be read.", retryable: false },
  invalid_request: { status: 422, message: "One or more fields are missing or wrong.", retryable: false },
  invalid_image: { status: 422, message: "The picture could not be decoded.", retryable: false },
  image_too_large: { status: 413, message: "A picture may have at most 10 MB.", retryable: false },
  image_too_many_pixels: { status: 422, message: "The picture has too many pixels.", retryable: false },
  request_too_large: { status: 413, message: "The request body is too large.", retryable: false },
  unsupported_media_type: { status: 415, message: "Pictures must be JPEG, PNG or WebP.", retryable: false },
  unsupported_content_type: {
    status: 415,
    message: "Send application/json or multipart/form-data.",
    retryable: false,
  },
  missing_credentials: {
    status: 401,
    message: "Send X-API-KEY, X-API-TIMESTAMP and X-API-SIGN.",
    retryable: false,
  },
  invalid_key: { status: 401, message: "The API key is unknown, revoked or expired.", retryable: false },
  invalid_signature: { status: 401, message: "The signature does not match the request.", retryable: false },
  stale_timestamp: {
    status: 401,
    message: "X-API-TIMESTAMP is more than five minutes from the server's clock.",
    retryable: true,
  },
  replayed_request: { status: 401, message: "This signed request was already received.", retryable: false },
  address_not_allowed: { status: 403, message: "This key may not be used from this address.", retryable: false },
  scope_missing: {
    status: 403,
    message: "This key does not carry the scope that the endpoint needs.",
    retryable: false,
  },
  tenant_suspended: { status: 403, message: "This account is suspended.", retryable: false },
  forbidden: { status: 403, message: "You may not do this.", retryable: false },
  unauthenticated: { status: 401, message: "Sign in first.", retryable: false },
  not_found: { status: 404, message: "There is nothing at this address.", retryable: false },
  method_not_allowed: { status: 405, message: "This address does not take that method.", retryable: false },
  conflict: { status: 409, message: "This was changed or decided already.", retryable: false },
  idempotency_mismatch: {
    status: 409,
    message: "This Idempotency-Key was used with another request.",
    retryable: false,
  },
  idempotency_in_progress: {
    status: 409,
    message: "The first request with this Idempotency-Key is still running.",
    retryable: true,
  },
  session_expired: { status: 410, message: "This link has expired.", retryable: false },
  session_finished: { status: 409, message: "This session is finished.", retryable: false },
  too_many_tries: { status: 429, message: "Too many tries in this session.", retryable: false },
  rate_limited: { status: 429, message: "Too many requests.", retryable: true },
  quota_exceeded: { status: 429, message: "The monthly quota of this module is used up.", retryable: false },
  malware_found: { status: 422, message: "The file was refused by the virus scanner.", retryable: false },
  scanner_unavailable: { status: 503, message: "The virus scanner does not answer.", retryable: true },
  model_unavailable: { status: 503, message: "A model that this needs is not available.", retryable: true },
  overloaded: { status: 503, message: "The server is busy.", retryable: true },
  unavailable: { status: 503, message: "A service that this needs is not available.", retryable: true },
  internal_error: { status: 500, message: "Something went wrong on our side.", retryable: true },
} as const satisfies Record<string, { status: number; message: string; retryable: boolean }>;

export type ErrorCode = keyof typeof ERRORS;
export const ERROR_CODES = Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]];

/** Machine-readable particulars: the field at fault, a limit, the canonical string … Never a secret. */
export type ErrorDetails = Readonly<Record<string, unknown>>;

/** A refused request. `details` goes to the caller as it is; `retryAfterSeconds` becomes `Retry-After`. */
export class AppError extends Error {
  override readonly name = "AppError";

  constructor(
    readonly code: ErrorCode,
    readonly details: ErrorDetails = {},
    readonly retryAfterSeconds?: number,
  ) {
    super(ERRORS[code].message);
  }

  get status(): number {
    return ERRORS[this.code].status;
  }
}
