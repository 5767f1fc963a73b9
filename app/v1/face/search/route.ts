import { handle } from "@/server/api/handle";
import { methodNotAllowed } from "@/server/api/method-not-allowed";
import { askedThreshold, searchFaces as endpoint } from "@/server/contract/v1/face";
import { searchFaces } from "@/server/services/faces/search-faces";

/** Of the search: one in ten thousand pairs of strangers. */
const DEFAULT_FMR = 1e-4;

export const POST = handle(endpoint, (ctx, { body }) =>
  searchFaces(ctx, {
    image: body.image_base64,
    threshold: askedThreshold(body) ?? { fmr: DEFAULT_FMR },
    most: body.limit ?? 10,
  }),
);
export { methodNotAllowed as GET, methodNotAllowed as PUT, methodNotAllowed as PATCH, methodNotAllowed as DELETE };
