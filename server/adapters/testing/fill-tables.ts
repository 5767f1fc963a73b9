import type { TestTenant, TestWorld } from "@/server/adapters/testing/test-world";

/** One row of this tenant in every table that has tenants' rows. */
export async function fillTables(world: TestWorld, { id, key }: TestTenant): Promise<void> {
  const [workflow] = await world.sql<{ id: string }>("SELECT id FROM workflow WHERE tenant_id = $1", [id]);
  const rows = [...verificationRows(id, workflow.id), ...trafficRows(id, key.id), ...webhookRows(id)];
  for (const [table, values] of rows) {
    const names = Object.keys(values).map((name) => `"${name}"`);
    const places = names.map((_, i) => `$${i + 1}`);
    await world.sql(`INSERT INTO "${table}" (${names}) VALUES (${places})`, Object.values(values));
  }
}

type Row = [table: string, values: Record<string, unknown>];

const verificationRows = (id: string, workflowId: string): Row[] => [
  ["user", { id: `usr_${id}`, email: `${id}@x.example`, name: "N", password_hash: "h" }],
  ["member", { tenant_id: id, user_id: `usr_${id}`, role: "owner" }],
  ["job", { id: `job_${id}`, tenant_id: id, environment: "test", workflow_id: workflowId, workflow_version: 1 }],
  ["job_step", { job_id: `job_${id}`, tenant_id: id, name: "ocr", position: 0 }],
  ["session", { id: `ses_${id}`, tenant_id: id, environment: "test", expires_at: new Date() }],
  [
    "consent",
    {
      id: `con_${id}`,
      tenant_id: id,
      session_id: `ses_${id}`,
      text_version: "1",
      language: "en",
      purpose: "p",
      biometrics: true,
    },
  ],
  [
    "media",
    {
      id: `med_${id}`,
      tenant_id: id,
      kind: "live",
      mime: "image/png",
      bytes: 1,
      width: 1,
      height: 1,
      storage_key: "k",
    },
  ],
  [
    "face",
    {
      id: `fac_${id}`,
      tenant_id: id,
      environment: "test",
      subject: "s",
      model_id: "m",
      model_version: "1",
      data_key_sealed: Buffer.of(1),
      template_sealed: Buffer.of(1),
    },
  ],
];

const trafficRows = (id: string, keyId: string): Row[] => [
  [
    "idempotency_record",
    { tenant_id: id, key_id: keyId, key: "k", endpoint: "e", request_hash: "h", expires_at: new Date() },
  ],
  ["usage_event", { id: `use_${id}`, tenant_id: id, environment: "test", module: "ocr", source_id: "s", billed: true }],
  ["quota_counter", { tenant_id: id, environment: "test", module: "ocr", period: "2026-01" }],
  [
    "request_log",
    {
      id: `req_${id}`,
      tenant_id: id,
      environment: "test",
      trace_id: "t",
      method: "GET",
      path: "/",
      status: 200,
      duration_ms: 1,
    },
  ],
];

const webhookRows = (id: string): Row[] => [
  [
    "webhook_endpoint",
    {
      id: `whe_${id}`,
      tenant_id: id,
      environment: "test",
      url: "https://x.example",
      events: ["job.completed"],
      secret_sealed: Buffer.of(1),
    },
  ],
  [
    "outbox_event",
    {
      id: `evt_${id}`,
      tenant_id: id,
      environment: "test",
      type: "job.completed",
      subject_id: "s",
      body_sealed: Buffer.of(1),
    },
  ],
  ["webhook_delivery", { id: `whd_${id}`, tenant_id: id, event_id: `evt_${id}`, endpoint_id: `whe_${id}` }],
  [
    "erasure",
    {
      id: `era_${id}`,
      tenant_id: id,
      environment: "test",
      scope: "session",
      target: `ses_${id}`,
      reason: "request",
      requested_by: "x",
      media: 0,
      requested_at: new Date(),
    },
  ],
  ["webhook_attempt", { id: `wha_${id}`, tenant_id: id, delivery_id: `whd_${id}`, number: 1, duration_ms: 1 }],
];
