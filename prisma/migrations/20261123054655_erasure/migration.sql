-- AlterTable
ALTER TABLE "media" ADD COLUMN     "purged_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "erasure" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "environment" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "requested_by" TEXT NOT NULL,
    "key_hash" TEXT,
    "media" INTEGER NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "completed_at" TIMESTAMPTZ(3),

    CONSTRAINT "erasure_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "erasure_tenant_id_requested_at_idx" ON "erasure"("tenant_id", "requested_at");

-- CreateIndex
CREATE UNIQUE INDEX "erasure_scope_target_key" ON "erasure"("scope", "target");

-- A proof stands as it was written; only its completion is noted later.
SELECT veriflow_isolate('erasure', 'SELECT, INSERT');
GRANT UPDATE (completed_at) ON erasure TO veriflow_app;
REVOKE UPDATE, DELETE ON erasure FROM veriflow_platform;
GRANT UPDATE (completed_at) ON erasure TO veriflow_platform;
