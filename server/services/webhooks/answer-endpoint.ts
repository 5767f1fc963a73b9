import type { EventType } from "@/server/contract/events";
import type { WebhookEndpointView } from "@/server/contract/v1/webhooks";
import type { EndpointView } from "@/server/services/webhooks/endpoint-view";

/** An endpoint as the API answers it. */
export function answerEndpoint(endpoint: EndpointView): WebhookEndpointView {
  return {
    endpoint_id: endpoint.id,
    url: endpoint.url,
    events: endpoint.events as EventType[],
    status: endpoint.status,
    disabled_reason: endpoint.disabledReason,
    max_concurrency: endpoint.maxConcurrency,
    ordered: endpoint.ordered,
    failing_since: endpoint.failingSince?.toISOString() ?? null,
    created_at: endpoint.createdAt.toISOString(),
  };
}
