import { readCredentials } from "@/scripts/read-credentials";
import type { Settings } from "@/scripts/start/settle";

/** One screen: where everything is, how to sign in, and what to try next. */
export function printScreen(settings: Settings, took: string): void {
  if (settings.env.DEMO) printDemo(settings, took);
  else printPlaces(settings, took);
}

/** Without the demo nobody has an account until one is made. */
function printPlaces({ baseUrl, dataDir }: Settings, took: string): void {
  console.log(`
  Ready in ${took}. Ctrl-C stops everything.

  Dashboard      ${baseUrl}/dashboard
  Operator       ${baseUrl}/operator
  API reference  ${baseUrl}/docs/api

  The first operator, and tenants, come by
    npm run accounts

  Logs are in ${dataDir}/logs.
`);
}

function printDemo(settings: Settings, took: string): void {
  const { base_url, api_key, api_secret, dashboard, operator } = readCredentials(settings.dataDir);
  console.log(`
  Ready in ${took}. Ctrl-C stops everything.

  Dashboard      ${base_url}/dashboard
                 ${dashboard.email}   ${dashboard.password}
  Operator       ${base_url}/operator
                 ${operator.email}   ${operator.password}
  Capture demo   ${base_url}/demo
  API reference  ${base_url}/docs/api
  Test key       ${api_key}
  Secret         ${api_secret}

  Try next
    npm run demo                                    one verification through the API, explained
    npm run demo -- --document FILE --selfie FILE   the same with your own pictures
    npm run -s credentials                          the above as JSON, for scripts

  Logs are in ${settings.dataDir}/logs.
`);
}
