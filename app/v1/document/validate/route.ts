import { handle } from "@/server/api/handle";
import { methodNotAllowed } from "@/server/api/method-not-allowed";
import { validateDocument as endpoint } from "@/server/contract/v1/document";
import { validateDocument } from "@/server/services/documents/validate-document";

export const POST = handle(endpoint, (ctx, { body }) => {
  const hints = { documentHint: body.document_hint, countryHint: body.country_hint };
  const { image_front_base64: front, image_back_base64: back, fields, mrz } = body;
  return validateDocument(ctx, front ? { front, back, ...hints } : { fields, mrz, ...hints });
});
export { methodNotAllowed as GET, methodNotAllowed as PUT, methodNotAllowed as PATCH, methodNotAllowed as DELETE };
