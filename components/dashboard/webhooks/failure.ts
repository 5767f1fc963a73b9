const WORDS: Readonly<Record<string, string>> = {
  address_not_allowed: "address not allowed",
  connection: "no connection",
  dns: "no such host",
  invalid_url: "no valid address",
  timeout: "no answer in time",
  tls: "TLS failed",
};

/** What kept an answer from coming, in words; a dash where nothing was tried yet. */
export const failure = (code: string | null): string => (code === null ? "–" : (WORDS[code] ?? code));
