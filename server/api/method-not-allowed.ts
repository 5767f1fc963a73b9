import { traceIdOf } from "@/server/api/request/trace-id";
import { respondRefusal } from "@/server/api/respond";
import { AppError } from "@/server/contract/errors";
import { endpointList } from "@/server/contract/v1/index";

/** The answer to a method that an address does not take, with `Allow`; to an address that is none, `not_found`. */
export async function methodNotAllowed(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const methods = endpointList
    .filter((endpoint) => matches(endpoint.path, pathname))
    .map((endpoint) => endpoint.method);
  const allow = [...new Set(methods), ...(methods.includes("GET") ? ["HEAD"] : []), "OPTIONS"];
  const answerHeaders = new Headers(methods.length > 0 ? { Allow: allow.join(", ") } : {});
  const traceId = traceIdOf(request.headers, () => crypto.randomUUID().replaceAll("-", ""));
  const error = methods.length > 0 ? new AppError("method_not_allowed", { allow }) : new AppError("not_found");
  return respondRefusal({ method: request.method, traceId, answerHeaders }, error);
}

function matches(path: string, pathname: string): boolean {
  const pattern = path.replace(/\{\w+\}/g, "[^/]+");
  return new RegExp(`^${pattern}/?$`).test(pathname);
}
