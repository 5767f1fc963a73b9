-- AlterTable
ALTER TABLE "media" ADD COLUMN     "file_sign_sealed" BYTEA;

-- CreateTable
CREATE TABLE "document_seen" (
    "job_id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "environment" TEXT NOT NULL,
    "picture_hash" TEXT NOT NULL,
    "number_digest" BYTEA,
    "holder_sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "document_seen_pkey" PRIMARY KEY ("job_id")
);

-- CreateIndex
CREATE INDEX "document_seen_tenant_id_environment_number_digest_idx" ON "document_seen"("tenant_id", "environment", "number_digest");

-- AddForeignKey
ALTER TABLE "document_seen" ADD CONSTRAINT "document_seen_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "job"("id") ON DELETE CASCADE ON UPDATE CASCADE;

SELECT veriflow_isolate('document_seen');
-- The cast that the search by Hamming distance makes must not meet anything else.
ALTER TABLE "document_seen" ADD CONSTRAINT document_seen_hash CHECK (picture_hash ~ '^[0-9a-f]{32}$');
