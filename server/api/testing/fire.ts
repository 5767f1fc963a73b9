/**
 * A process of its own that sends signed `GET /v1/kyc/jobs` at once to the real route; what to send is in FIRE, as
 * JSON.
 */
import { GET } from "@/app/v1/kyc/jobs/route";
import { signedHeaders } from "@/server/contract/signing";

const { keyId, secret, timestamps } = JSON.parse(process.env.FIRE!) as Record<"keyId" | "secret", string> & {
  timestamps: string[];
};
const path = "/v1/kyc/jobs";
const answers = await Promise.all(
  timestamps.map(async (timestamp) => {
    const headers = await signedHeaders({ keyId, secret }, { timestamp, method: "GET", path, body: new Uint8Array() });
    const answer = await GET(new Request(`https://verify.example${path}`, { headers }), {
      params: Promise.resolve({}),
    });
    const { error } = (await answer.json()) as { error?: { code: string } };
    return error?.code ?? "passed";
  }),
);
console.log(JSON.stringify(answers));
process.exit(0);
