import { afterAll, beforeAll, expect, test } from "vitest";
import { clamdScanner } from "@/server/adapters/scanner-clamd";
import { createTestWorld, type TestTenant, type TestWorld } from "@/server/adapters/testing/test-world";
import { inspectPicture } from "@/server/services/media/inspect-picture";
import type { InspectedImage, Vision } from "@/server/services/ports";

let world: TestWorld;
let tenant: TestTenant;
const looked: InspectedImage = { mime: "image/png", width: 1, height: 1, bytes: Uint8Array.of(1) };
/** Port 1 of the loopback address: nobody listens there. */
const awayScanner = clamdScanner({ host: "127.0.0.1", port: 1, required: false, onSkipped: () => undefined });

beforeAll(async () => {
  world = await createTestWorld({ scanner: awayScanner, vision: { inspect: async () => looked } as unknown as Vision });
  tenant = await world.tenant();
});
afterAll(() => world.drop());

test("while the scanner is away a picture passes, except for a tenant who demands scanning", async () => {
  await expect(inspectPicture(tenant.ctx, Uint8Array.of(1), "live")).resolves.toBe(looked);
  await world.sql(`UPDATE tenant SET settings = '{"scan_required": true}' WHERE id = $1`, [tenant.id]);
  const refused = inspectPicture(tenant.ctx, Uint8Array.of(1), "live");
  await expect(refused).rejects.toMatchObject({ code: "scanner_unavailable", status: 503 });
});
