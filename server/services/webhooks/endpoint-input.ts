import { z } from "zod";
import { AppError } from "@/server/contract/errors";
import { EVENT_TYPES } from "@/server/contract/events";
import { endpointUrlProblem } from "@/server/domain/webhooks/endpoint-url";

export const EndpointEvents = z.array(z.enum(EVENT_TYPES)).max(EVENT_TYPES.length);

/** AppError `invalid_request` naming the field where an address cannot be an endpoint. */
export function requireEndpointUrl(url: string, allowPrivate: boolean): void {
  const problem = endpointUrlProblem(url, allowPrivate);
  if (problem) throw new AppError("invalid_request", { fields: [{ path: "url", message: problem }] });
}
