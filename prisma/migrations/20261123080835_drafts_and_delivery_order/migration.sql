-- AlterTable
ALTER TABLE "webhook_delivery" ADD COLUMN     "leased_until" TIMESTAMPTZ(3),
ADD COLUMN     "queued_at" TIMESTAMPTZ(3),
ADD COLUMN     "seq" BIGSERIAL NOT NULL;

-- AlterTable
ALTER TABLE "webhook_endpoint" ADD COLUMN     "failing_since" TIMESTAMPTZ(3),
ADD COLUMN     "max_concurrency" INTEGER NOT NULL DEFAULT 10,
ADD COLUMN     "ordered" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "workflow_version" ADD COLUMN     "note" TEXT,
ADD COLUMN     "reverts_to" INTEGER;

-- CreateTable
CREATE TABLE "workflow_draft" (
    "workflow_id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "definition" JSONB NOT NULL,
    "based_on" INTEGER NOT NULL,
    "updated_by" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "workflow_draft_pkey" PRIMARY KEY ("workflow_id")
);

-- CreateIndex
CREATE INDEX "webhook_delivery_endpoint_id_status_seq_idx" ON "webhook_delivery"("endpoint_id", "status", "seq");

-- AddForeignKey
ALTER TABLE "workflow_draft" ADD CONSTRAINT "workflow_draft_workflow_id_fkey" FOREIGN KEY ("workflow_id") REFERENCES "workflow"("id") ON DELETE CASCADE ON UPDATE CASCADE;

GRANT USAGE ON SEQUENCE webhook_delivery_seq_seq TO veriflow_app, veriflow_platform;
SELECT veriflow_isolate('workflow_draft');
