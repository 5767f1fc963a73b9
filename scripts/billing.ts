/**
 * `npm run billing -- reconcile [--json]`: computes every invoice anew from the usage events, by other code than made
 * it. Names each difference and ends with 1 where there is one. Amounts are minor units.
 */
import { withAdapters } from "@/scripts/lib/with-adapters";
import { reconcile } from "@/server/services/billing/reconcile";

if (process.argv[2] !== "reconcile") {
  console.error("npm run billing -- reconcile [--json]   computes every invoice anew and names what differs");
  process.exit(2);
}
await withAdapters(async ({ ctx }) => {
  const { differences, ...counts } = await reconcile(ctx);
  const code = differences.length === 0 ? 0 : 1;
  if (process.argv.includes("--json")) {
    console.log(JSON.stringify({ ...counts, differences }));
    return code;
  }
  for (const { tenantId, month, number, what, expected, found } of differences) {
    console.error(`${number ?? "–"} (${tenantId}, ${month}): ${what} should be ${expected} and is ${found}`);
  }
  const verdict = differences.length === 0 ? "no difference" : `${differences.length} differences`;
  console.log(`${counts.invoices} invoices of ${counts.months} closed months, ${counts.events} calls: ${verdict}.`);
  return code;
});
