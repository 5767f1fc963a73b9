-- CreateIndex
CREATE INDEX "usage_event_created_at_id_idx" ON "usage_event"("created_at", "id");
