import { handle } from "@/server/api/handle";
import { methodNotAllowed } from "@/server/api/method-not-allowed";
import { enrollFace as endpoint } from "@/server/contract/v1/face";
import { enrollFace } from "@/server/services/faces/enroll-face";

export const POST = handle(endpoint, (ctx, { body }) =>
  enrollFace(ctx, {
    image: body.image_base64,
    subject: body.subject,
    consentReference: body.consent_reference,
  }),
);
export { methodNotAllowed as GET, methodNotAllowed as PUT, methodNotAllowed as PATCH, methodNotAllowed as DELETE };
