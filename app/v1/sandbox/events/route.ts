import { handle } from "@/server/api/handle";
import { methodNotAllowed } from "@/server/api/method-not-allowed";
import { sendSampleEvent as endpoint } from "@/server/contract/v1/sandbox";
import { sendSampleEvent } from "@/server/services/sandbox/send-sample-event";

export const POST = handle(endpoint, (ctx, { body }) => sendSampleEvent(ctx, body));
export { methodNotAllowed as GET, methodNotAllowed as PUT, methodNotAllowed as PATCH, methodNotAllowed as DELETE };
