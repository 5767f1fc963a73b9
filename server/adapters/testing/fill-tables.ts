import type { TestTenant, TestWorld } from "@/server/adapters/testing/test-world";

/** One row of this tenant in every table that has tenants' rows. */
export async function fillTables(world: TestWorld, { id, key }: TestTenant): Promise<void> {
  const [workflow] = await world.sql<{ id: string }>("SELECT id FROM workflow WHERE tenant_id = $1", [id]);
  const rows = [
    ...verificationRows(id, workflow.id),
    ...faceRows(id),
    ...trafficRows(id, key.id),
    ...webhookRows(id),
    ...billingRows(id),
    ...peopleRows(id),
  ];
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
  [
    "workflow_draft",
    {
      workflow_id: workflowId,
      tenant_id: id,
      definition: "{}",
      based_on: 1,
      updated_by: "x",
      updated_at: new Date(),
    },
  ],
  ["job_step", { job_id: `job_${id}`, tenant_id: id, name: "ocr", position: 0 }],
  ["document_seen", { job_id: `job_${id}`, tenant_id: id, environment: "test", holder_sealed: Buffer.of(1) }],
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
];

const faceRows = (id: string): Row[] => [
  [
    "liveness_challenge",
    { id: `cha_${id}`, tenant_id: id, environment: "test", actions: "[]", colours: "[]", drawn_at: new Date() },
  ],
  [
    "frame_hash",
    {
      tenant_id: id,
      environment: "test",
      capture: `job_${id}`,
      position: 0,
      hash: "0".repeat(64),
      quarters: ["0"],
      created_at: new Date(),
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
  [
    "usage_event",
    { id: `use_${id}`, tenant_id: id, environment: "test", module: "ocr", source_id: "s", billed: false },
  ],
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

const billingRows = (id: string): Row[] => [
  ["plan_change", { tenant_id: id, at: new Date(), from_plan_id: "free", to_plan_id: "pro", changed_by: "x" }],
  ["billing_month", { tenant_id: id, month: "2020-01", ends_at: new Date(0), sealed_at: new Date() }],
  [
    "invoice",
    {
      id: `inv_${id}`,
      tenant_id: id,
      kind: "invoice",
      month: "2020-01",
      source: `close:${id}`,
      currency: "USD",
      total: 1,
      issued_to: "{}",
      created_by: "x",
    },
  ],
  ["invoice_line", { invoice_id: `inv_${id}`, position: 1, tenant_id: id, kind: "fee", amount: 1 }],
  ["meter_report", { id: `mtr_${id}`, tenant_id: id, event_name: "e", customer_id: "cus", value: 1, at: new Date() }],
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

const peopleRows = (id: string): Row[] => [
  [
    "invitation",
    {
      id: `ivt_${id}`,
      tenant_id: id,
      email: "new@x.example",
      role: "viewer",
      token_hash: `t${id}`,
      invited_by: "x",
      created_at: new Date(),
      expires_at: new Date(),
    },
  ],
  [
    "approval",
    {
      id: `apr_${id}`,
      tenant_id: id,
      kind: "verification.override",
      subject: "s",
      requested_by: "x",
      requested_at: new Date(),
      expires_at: new Date(),
    },
  ],
  ["operator_grant", { id: `grt_${id}`, tenant_id: id, user_id: "x", reason: "r", hours: 1, requested_at: new Date() }],
];
