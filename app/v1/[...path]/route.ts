import { methodNotAllowed } from "@/server/api/method-not-allowed";

/** Whatever is no endpoint: `not_found`, in the API's own words. */
export {
  methodNotAllowed as GET,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
  methodNotAllowed as PATCH,
  methodNotAllowed as DELETE,
};
