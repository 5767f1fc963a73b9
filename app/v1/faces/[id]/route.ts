import { handle } from "@/server/api/handle";
import { methodNotAllowed } from "@/server/api/method-not-allowed";
import { deleteFace as endpoint } from "@/server/contract/v1/face";
import { deleteFace } from "@/server/services/faces/delete-face";

export const DELETE = handle(endpoint, (ctx, { params }) => deleteFace(ctx, params.id));
export { methodNotAllowed as GET, methodNotAllowed as POST, methodNotAllowed as PUT, methodNotAllowed as PATCH };
