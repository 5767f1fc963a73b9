/**
 * Why an address cannot be a webhook endpoint, as one sentence; undefined where it can. The network is not asked here.
 */
export function endpointUrlProblem(text: string, allowPrivate: boolean): string | undefined {
  if (!URL.canParse(text)) return "This is not a complete address, e.g. https://example.com/webhooks.";
  const url = new URL(text);
  if (url.protocol !== "https:" && !(allowPrivate && url.protocol === "http:"))
    return "The address must begin with https://.";
  if (url.username !== "" || url.password !== "") return "The address must not carry a user name or password.";
  if (text.length > 2000) return "The address may have at most 2000 characters.";
  return undefined;
}
