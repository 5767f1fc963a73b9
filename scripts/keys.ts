/**
 * `npm run keys -- rewrap`: after the master key was replaced (and the old one put into VERIFLOW_MASTER_KEYS_PREVIOUS),
 * wraps every tenant's data key with the new one.
 */
import { withAdapters } from "@/scripts/lib/with-adapters";
import { rewrapTenantKeys } from "@/server/services/tenants/rewrap-tenant-keys";

if (process.argv[2] !== "rewrap") {
  console.error("npm run keys -- rewrap   wraps every tenant's data key with the present master key");
  process.exit(2);
}
await withAdapters(async ({ ctx }) => {
  const tenants = await rewrapTenantKeys(ctx);
  console.log(`The data keys of ${tenants} tenants are wrapped with the present master key; the previous ones may go.`);
  return 0;
});
