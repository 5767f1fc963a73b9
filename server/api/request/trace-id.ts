/** The trace id of a W3C `traceparent` header, or a new one made by `random` (32 hex digits). */
export function traceIdOf(headers: Headers, random: () => string): string {
  const sent = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/.exec(headers.get("traceparent") ?? "");
  return sent && !/^0+$/.test(sent[1]) ? sent[1] : random();
}
