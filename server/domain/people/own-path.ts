/** Where to go after sign-in: only paths of our own are followed, whatever an address asks for. */
export function ownPath(value: string | undefined): string {
  const path = (value ?? "").replace(/^https?:\/\/[^/]+/, "");
  return /^\/(?![/\\])/.test(path) ? path : "/dashboard";
}
