-- CreateIndex
CREATE INDEX "webhook_delivery_endpoint_id_leased_until_idx" ON "webhook_delivery"("endpoint_id", "leased_until");

-- CreateIndex
CREATE INDEX "webhook_delivery_endpoint_id_queued_at_idx" ON "webhook_delivery"("endpoint_id", "queued_at");
