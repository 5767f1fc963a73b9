import { adapters } from "@/server/adapters/live";
import { rewrapTenantKeys } from "@/server/services/tenants/rewrap-tenant-keys";

/**
 * `npm run keys -- rewrap`: after VERIFLOW_MASTER_KEY was replaced (and the old one put into
 * VERIFLOW_MASTER_KEYS_PREVIOUS), wraps every tenant's data key with the new one.
 */
if (process.argv[2] !== "rewrap") {
  console.error("npm run keys -- rewrap   wraps every tenant's data key with the present master key");
  process.exit(2);
}
const tenants = await rewrapTenantKeys({ ...adapters(), actor: "system" });
console.log(`The data keys of ${tenants} tenants are wrapped with the present master key; the previous ones may go.`);
process.exit(0);
