/** Remembers a choice for a year in a cookie that the server reads; over https bound to this very host by its name. */
export function keepCookie(name: string, value: string): void {
  const secure = location.protocol === "https:";
  const written = `${secure ? "__Host-" : ""}${name}=${value}; path=/; max-age=31536000; samesite=lax`;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
  document.cookie = secure ? `${written}; secure` : written;
}
