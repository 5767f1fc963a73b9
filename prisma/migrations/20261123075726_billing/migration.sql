-- AlterTable
ALTER TABLE "quota_counter" ADD COLUMN     "exhausted_mail_at" TIMESTAMPTZ(3),
ADD COLUMN     "warned_mail_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "tenant" ADD COLUMN     "stripe_customer_id" TEXT;

-- AlterTable
-- Workflows metered before this ran the standard modules.
ALTER TABLE "usage_event" ADD COLUMN     "parts" TEXT[] DEFAULT ARRAY['liveness', 'ocr', 'validate', 'face_match']::TEXT[];
ALTER TABLE "usage_event" ALTER COLUMN "parts" SET DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "plan_price" (
    "plan_id" TEXT NOT NULL,
    "from_month" TEXT NOT NULL,
    "price_list" JSONB NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "plan_price_pkey" PRIMARY KEY ("plan_id","from_month")
);

-- CreateTable
CREATE TABLE "plan_change" (
    "tenant_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "from_plan_id" TEXT NOT NULL,
    "to_plan_id" TEXT NOT NULL,
    "changed_by" TEXT NOT NULL,

    CONSTRAINT "plan_change_pkey" PRIMARY KEY ("tenant_id","at")
);

-- CreateTable
CREATE TABLE "billing_month" (
    "tenant_id" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "sealed_at" TIMESTAMPTZ(3) NOT NULL,
    "counted_at" TIMESTAMPTZ(3),
    "invoice_id" TEXT,

    CONSTRAINT "billing_month_pkey" PRIMARY KEY ("tenant_id","month")
);

-- CreateTable
CREATE TABLE "invoice" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "number" TEXT,
    "month" TEXT NOT NULL,
    "corrects_id" TEXT,
    "source" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "total" BIGINT NOT NULL,
    "reason" TEXT,
    "issued_to" JSONB NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "issued_at" TIMESTAMPTZ(3),

    CONSTRAINT "invoice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invoice_line" (
    "invoice_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "module" TEXT,
    "part" TEXT,
    "plan_id" TEXT,
    "plan_name" TEXT,
    "from_at" TIMESTAMPTZ(3),
    "to_at" TIMESTAMPTZ(3),
    "first_call" INTEGER,
    "quantity" INTEGER,
    "discount_bp" INTEGER,
    "unit_micros" BIGINT,
    "amount" BIGINT NOT NULL,

    CONSTRAINT "invoice_line_pkey" PRIMARY KEY ("invoice_id","position")
);

-- CreateTable
CREATE TABLE "invoice_series" (
    "series" TEXT NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "invoice_series_pkey" PRIMARY KEY ("series")
);

-- CreateTable
CREATE TABLE "meter_report" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "event_name" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "value" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "meter_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meter_cursor" (
    "connector" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "event_id" TEXT NOT NULL,

    CONSTRAINT "meter_cursor_pkey" PRIMARY KEY ("connector")
);

-- CreateIndex
CREATE UNIQUE INDEX "billing_month_invoice_id_key" ON "billing_month"("invoice_id");

-- CreateIndex
CREATE UNIQUE INDEX "invoice_number_key" ON "invoice"("number");

-- CreateIndex
CREATE UNIQUE INDEX "invoice_source_key" ON "invoice"("source");

-- CreateIndex
CREATE INDEX "invoice_tenant_id_created_at_idx" ON "invoice"("tenant_id", "created_at");

-- CreateIndex
CREATE INDEX "invoice_corrects_id_idx" ON "invoice"("corrects_id");

-- CreateIndex
CREATE INDEX "invoice_line_tenant_id_idx" ON "invoice_line"("tenant_id");

-- CreateIndex
CREATE INDEX "meter_report_tenant_id_created_at_idx" ON "meter_report"("tenant_id", "created_at");

-- CreateIndex
CREATE INDEX "meter_report_status_created_at_idx" ON "meter_report"("status", "created_at");

-- AddForeignKey
ALTER TABLE "plan_price" ADD CONSTRAINT "plan_price_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoice_line" ADD CONSTRAINT "invoice_line_invoice_id_fkey" FOREIGN KEY ("invoice_id") REFERENCES "invoice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Prices move out of the plan, as they stand, for every month so far.
ALTER TABLE plan NO FORCE ROW LEVEL SECURITY;
INSERT INTO plan_price (plan_id, from_month, price_list, created_by)
SELECT id, '2000-01', jsonb_build_object('monthly_fee', 0, 'prices', prices - 'workflow', 'tiers', '{}'::jsonb), 'system' FROM plan;
ALTER TABLE plan FORCE ROW LEVEL SECURITY;
ALTER TABLE "plan" DROP COLUMN "prices";

SELECT veriflow_isolate('plan_change', 'SELECT');
SELECT veriflow_isolate('billing_month', 'SELECT');
SELECT veriflow_isolate('invoice', 'SELECT');
SELECT veriflow_isolate('invoice_line', 'SELECT');
SELECT veriflow_isolate('meter_report', 'SELECT');
SELECT veriflow_reserve('invoice_series');
SELECT veriflow_reserve('meter_cursor');

-- Prices are public figures, but there is nothing to read without a tenant.
SELECT veriflow_reserve('plan_price');
CREATE POLICY with_tenant ON plan_price FOR SELECT TO veriflow_app
  USING (EXISTS (SELECT 1 FROM tenant WHERE tenant.id = current_setting('app.tenant_id', true)));
GRANT SELECT ON plan_price TO veriflow_app;

-- Calls with test keys are never billed, whoever writes the row.
ALTER TABLE usage_event ADD CONSTRAINT usage_event_billed_live CHECK (NOT billed OR environment = 'live');

-- A closed month takes no event any more: one that arrives late counts in the first open month. Writers share a lock that
-- the close takes alone (server/services/billing/seal-month.ts), so that none slips in while it closes.
CREATE FUNCTION veriflow_open_month() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE closed_until timestamptz;
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('usage:' || NEW.tenant_id, 0));
  SELECT max(ends_at) INTO closed_until FROM billing_month WHERE tenant_id = NEW.tenant_id;
  IF NEW.created_at < closed_until THEN
    NEW.created_at := greatest(closed_until, clock_timestamp());
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER open_month BEFORE INSERT ON usage_event FOR EACH ROW EXECUTE FUNCTION veriflow_open_month();

REVOKE UPDATE, DELETE ON plan_change FROM veriflow_platform;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON plan_change FOR EACH ROW EXECUTE FUNCTION veriflow_refuse_change();
CREATE TRIGGER append_only_table BEFORE TRUNCATE ON plan_change FOR EACH STATEMENT EXECUTE FUNCTION veriflow_refuse_change();

-- An invoice begins as a draft, is issued once with a number, and stands from then on; its lines add up to its total.
ALTER TABLE invoice ADD CONSTRAINT invoice_kind CHECK (
  (kind = 'invoice' AND corrects_id IS NULL AND total >= 0) OR (kind = 'credit_note' AND corrects_id IS NOT NULL AND total < 0)
);
ALTER TABLE invoice ADD CONSTRAINT invoice_issued CHECK (
  (status = 'draft' AND number IS NULL AND issued_at IS NULL) OR (status = 'issued' AND number IS NOT NULL AND issued_at IS NOT NULL)
);
CREATE FUNCTION veriflow_keep_invoice() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'draft' THEN
      RAISE EXCEPTION 'an invoice begins as a draft' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.status = 'issued' THEN
    RAISE EXCEPTION 'invoice % is issued: % is refused', OLD.number, TG_OP USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  IF NEW.status = 'issued' AND NEW.total <> (SELECT coalesce(sum(amount), 0) FROM invoice_line WHERE invoice_id = NEW.id) THEN
    RAISE EXCEPTION 'the lines of invoice % do not add up to its total', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_issued BEFORE INSERT OR UPDATE OR DELETE ON invoice FOR EACH ROW EXECUTE FUNCTION veriflow_keep_invoice();
CREATE TRIGGER append_only_table BEFORE TRUNCATE ON invoice FOR EACH STATEMENT EXECUTE FUNCTION veriflow_refuse_change();

CREATE FUNCTION veriflow_keep_invoice_line() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE held text;
BEGIN
  SELECT number INTO held FROM invoice
    WHERE status = 'issued' AND id IN (CASE WHEN TG_OP <> 'INSERT' THEN OLD.invoice_id END, CASE WHEN TG_OP <> 'DELETE' THEN NEW.invoice_id END);
  IF held IS NOT NULL THEN
    RAISE EXCEPTION 'invoice % is issued: % of a line is refused', held, TG_OP USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER keep_issued BEFORE INSERT OR UPDATE OR DELETE ON invoice_line FOR EACH ROW EXECUTE FUNCTION veriflow_keep_invoice_line();
CREATE TRIGGER append_only_table BEFORE TRUNCATE ON invoice_line FOR EACH STATEMENT EXECUTE FUNCTION veriflow_refuse_change();
