-- AlterTable
ALTER TABLE "user" DROP COLUMN "session_epoch",
ADD COLUMN     "totp_last_step" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "totp_pending" BYTEA;

-- CreateTable
CREATE TABLE "person_session" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "strong" BOOLEAN NOT NULL DEFAULT false,
    "device" TEXT NOT NULL,
    "address" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "person_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recovery_code" (
    "user_id" TEXT NOT NULL,
    "code_hash" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("user_id","code_hash")
);

-- CreateTable
CREATE TABLE "password_reset" (
    "token_hash" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "password_reset_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT,
    "email" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "invited_by" TEXT NOT NULL,
    "sent" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "approval" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT,
    "environment" TEXT,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "input_sealed" BYTEA,
    "status" TEXT NOT NULL DEFAULT 'pending',
    "requested_by" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "approval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "operator_grant" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "hours" INTEGER NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'requested',
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "operator_grant_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "person_session_token_hash_key" ON "person_session"("token_hash");

-- CreateIndex
CREATE INDEX "person_session_user_id_last_seen_at_idx" ON "person_session"("user_id", "last_seen_at");

-- CreateIndex
CREATE INDEX "person_session_expires_at_idx" ON "person_session"("expires_at");

-- CreateIndex
CREATE INDEX "password_reset_user_id_idx" ON "password_reset"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_tenant_id_created_at_idx" ON "invitation"("tenant_id", "created_at");

-- CreateIndex
CREATE INDEX "invitation_email_idx" ON "invitation"("email");

-- CreateIndex
CREATE INDEX "approval_tenant_id_status_requested_at_idx" ON "approval"("tenant_id", "status", "requested_at");

-- CreateIndex
CREATE INDEX "operator_grant_tenant_id_requested_at_idx" ON "operator_grant"("tenant_id", "requested_at");

-- CreateIndex
CREATE INDEX "operator_grant_user_id_status_idx" ON "operator_grant"("user_id", "status");

-- AddForeignKey
ALTER TABLE "person_session" ADD CONSTRAINT "person_session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "password_reset" ADD CONSTRAINT "password_reset_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- People belong to no tenant; what proves who they are is the platform's alone.
SELECT veriflow_reserve('person_session');
SELECT veriflow_reserve('recovery_code');
SELECT veriflow_reserve('password_reset');

-- A tenant sees its own; those without a tenant are the operator's.
SELECT veriflow_isolate('invitation', 'SELECT, INSERT, UPDATE');
SELECT veriflow_isolate('approval', 'SELECT, INSERT, UPDATE');
SELECT veriflow_isolate('operator_grant', 'SELECT, INSERT, UPDATE');

-- What is never to happen, whatever the code does.
ALTER TABLE approval ADD CONSTRAINT approval_four_eyes CHECK (status NOT IN ('approved', 'denied') OR decided_by <> requested_by);
ALTER TABLE operator_grant ADD CONSTRAINT operator_grant_four_eyes CHECK (status <> 'granted' OR decided_by <> user_id);
ALTER TABLE operator_grant ADD CONSTRAINT operator_grant_ends CHECK (status <> 'granted' OR expires_at IS NOT NULL);
