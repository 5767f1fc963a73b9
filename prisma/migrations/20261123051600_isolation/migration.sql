-- Who may see and change what. Two roles do the work and own nothing (scripts/database/ensure-roles.ts makes them):
--   veriflow_app       one tenant's work; sees the rows of the tenant named by the setting app.tenant_id, and nothing without it
--   veriflow_platform  key look-up, durable functions, sweeps, the operator's figures; sees all rows by policies of its own
-- Row-level security is forced on every table, so that the owner is under it too.

REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO veriflow_app, veriflow_platform;

-- A table of tenants' rows, told apart by the column tenant_id. Later migrations call this for the tables they add.
CREATE FUNCTION veriflow_isolate(target regclass, app_may text DEFAULT 'SELECT, INSERT, UPDATE, DELETE') RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
  EXECUTE format('CREATE POLICY tenant_rows ON %s TO veriflow_app '
    'USING (tenant_id = (SELECT current_setting(''app.tenant_id'', true))) '
    'WITH CHECK (tenant_id = (SELECT current_setting(''app.tenant_id'', true)))', target);
  EXECUTE format('CREATE POLICY platform_rows ON %s TO veriflow_platform USING (true) WITH CHECK (true)', target);
  EXECUTE format('GRANT %s ON %s TO veriflow_app', app_may, target);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO veriflow_platform', target);
END $$;
REVOKE ALL ON FUNCTION veriflow_isolate(regclass, text) FROM PUBLIC;

-- A table that belongs to the platform alone.
CREATE FUNCTION veriflow_reserve(target regclass) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
  EXECUTE format('CREATE POLICY platform_rows ON %s TO veriflow_platform USING (true) WITH CHECK (true)', target);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO veriflow_platform', target);
END $$;
REVOKE ALL ON FUNCTION veriflow_reserve(regclass) FROM PUBLIC;

SELECT veriflow_isolate('member');
SELECT veriflow_isolate('api_key', 'SELECT, INSERT, UPDATE');
SELECT veriflow_isolate('workflow');
SELECT veriflow_isolate('workflow_version', 'SELECT, INSERT');
SELECT veriflow_isolate('job');
SELECT veriflow_isolate('job_step');
SELECT veriflow_isolate('session');
SELECT veriflow_isolate('consent', 'SELECT, INSERT');
SELECT veriflow_isolate('media');
SELECT veriflow_isolate('face');
SELECT veriflow_isolate('idempotency_record');
SELECT veriflow_isolate('quota_counter');
SELECT veriflow_isolate('request_log', 'SELECT, INSERT');
SELECT veriflow_isolate('webhook_endpoint');
SELECT veriflow_isolate('outbox_event');
SELECT veriflow_isolate('webhook_delivery');
SELECT veriflow_isolate('webhook_attempt');
SELECT veriflow_isolate('usage_event', 'SELECT, INSERT');
SELECT veriflow_isolate('audit_entry', 'SELECT, INSERT');

SELECT veriflow_reserve('signature_seen');
SELECT veriflow_reserve('rate_limit');
SELECT veriflow_reserve('executor_event');
SELECT veriflow_reserve('executor_run');
SELECT veriflow_reserve('executor_step');

-- The tenant itself: read whole, changed in what is its own to change; plan, status and data key are the operator's.
SELECT veriflow_reserve('tenant');
CREATE POLICY own_tenant ON tenant TO veriflow_app
  USING (id = (SELECT current_setting('app.tenant_id', true)))
  WITH CHECK (id = (SELECT current_setting('app.tenant_id', true)));
GRANT SELECT ON tenant TO veriflow_app;
GRANT UPDATE (name, country, support_email, region, branding, settings) ON tenant TO veriflow_app;

-- Plans are public figures, but there is nothing to read without a tenant.
SELECT veriflow_reserve('plan');
CREATE POLICY with_tenant ON plan FOR SELECT TO veriflow_app
  USING (EXISTS (SELECT 1 FROM tenant WHERE tenant.id = current_setting('app.tenant_id', true)));
GRANT SELECT ON plan TO veriflow_app;

-- People: a tenant sees its members' names and addresses, never password hashes or second factors.
SELECT veriflow_reserve('user');
CREATE POLICY own_members ON "user" FOR SELECT TO veriflow_app
  USING (EXISTS (SELECT 1 FROM member WHERE member.user_id = "user".id));
GRANT SELECT (id, email, name, created_at, last_sign_in_at) ON "user" TO veriflow_app;

-- An entry of the audit stands in its own tenant's chain.
ALTER TABLE audit_entry ADD CONSTRAINT audit_entry_chain CHECK (
  (tenant_id IS NULL AND chain = 'operator') OR (tenant_id IS NOT NULL AND chain = tenant_id)
);
ALTER TABLE audit_entry ADD CONSTRAINT audit_entry_seq CHECK (seq > 0);

-- Append-only for everyone, the owner included.
CREATE FUNCTION veriflow_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'table % is append-only: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;

REVOKE UPDATE, DELETE ON audit_entry, usage_event FROM veriflow_platform;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION veriflow_refuse_change();
CREATE TRIGGER append_only_table BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION veriflow_refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON usage_event FOR EACH ROW EXECUTE FUNCTION veriflow_refuse_change();
CREATE TRIGGER append_only_table BEFORE TRUNCATE ON usage_event FOR EACH STATEMENT EXECUTE FUNCTION veriflow_refuse_change();
