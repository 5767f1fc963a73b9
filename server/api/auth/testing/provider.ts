import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";

export interface TestProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the provider says of whoever signs in next. */
  claims: Record<string, unknown>;
  /** Parameters of the authorization requests that arrived. */
  readonly asked: Record<string, string>[];
  close(): Promise<void>;
}

const CLIENT = { client_id: "veriflow", client_secret: "a secret of the provider's own" };

/** A real OpenID Connect provider on the loopback address, which signs everybody in at once and demands PKCE. */
export async function startProvider(redirectUri: string): Promise<TestProvider> {
  const server: Server = createServer();
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", () => ready()));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const state: TestProvider = {
    issuer,
    clientId: CLIENT.client_id,
    clientSecret: CLIENT.client_secret,
    claims: {},
    asked: [],
    close: () => new Promise((closed) => server.close(() => closed())),
  };
  const provider = new Provider(issuer, {
    clients: [{ ...CLIENT, redirect_uris: [redirectUri], grant_types: ["authorization_code"] }],
    pkce: { required: () => true },
    conformIdTokenClaims: false,
    claims: { openid: ["sub", "amr"], email: ["email", "email_verified"], profile: ["name"] },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...state.claims }) }),
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    cookies: { keys: ["test"] },
    ttl: { Session: 60, Interaction: 60, Grant: 60, AccessToken: 60, IdToken: 60, AuthorizationCode: 60 },
  });
  const handle = provider.callback();
  server.on("request", async (request, response) => {
    const url = new URL(request.url ?? "/", issuer);
    if (url.pathname === "/auth") state.asked.push(Object.fromEntries(url.searchParams));
    if (!url.pathname.startsWith("/interaction/")) return handle(request, response);
    const { params } = await provider.interactionDetails(request, response);
    const grant = new provider.Grant({ accountId: "account-1", clientId: CLIENT.client_id });
    grant.addOIDCScope(String(params.scope));
    const amr = (state.claims.amr as string[] | undefined) ?? ["pwd"];
    const result = { login: { accountId: "account-1", amr }, consent: { grantId: await grant.save() } };
    return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  });
  return state;
}
