-- CreateTable
CREATE TABLE "liveness_challenge" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "environment" TEXT NOT NULL,
    "person_hash" TEXT,
    "actions" JSONB NOT NULL,
    "colours" JSONB NOT NULL,
    "drawn_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "liveness_challenge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "frame_hash" (
    "tenant_id" TEXT NOT NULL,
    "environment" TEXT NOT NULL,
    "capture" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "quarters" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "frame_hash_pkey" PRIMARY KEY ("capture","position")
);

-- CreateIndex
CREATE INDEX "liveness_challenge_tenant_id_person_hash_drawn_at_idx" ON "liveness_challenge"("tenant_id", "person_hash", "drawn_at");

-- CreateIndex
CREATE INDEX "frame_hash_quarters_idx" ON "frame_hash" USING GIN ("quarters");

-- CreateIndex
CREATE INDEX "frame_hash_tenant_id_created_at_idx" ON "frame_hash"("tenant_id", "created_at");

SELECT veriflow_isolate('liveness_challenge');
SELECT veriflow_isolate('frame_hash');
