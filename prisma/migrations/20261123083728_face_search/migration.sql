-- DropIndex
DROP INDEX "face_tenant_id_environment_idx";

-- AlterTable
ALTER TABLE "face" ADD COLUMN     "consent_reference" TEXT,
ADD COLUMN     "version" BIGINT NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "face_epoch" (
    "tenant_id" TEXT NOT NULL,
    "environment" TEXT NOT NULL,
    "version" BIGINT NOT NULL DEFAULT 0,
    "deleted" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "face_epoch_pkey" PRIMARY KEY ("tenant_id","environment")
);

-- CreateIndex
CREATE INDEX "face_tenant_id_environment_version_idx" ON "face"("tenant_id", "environment", "version");

SELECT veriflow_isolate('face_epoch');

-- Every enrolment takes the next number of its tenant and environment, and holds the row until it commits: whoever sees a number
-- sees every smaller one. A deletion takes a number too, whoever deletes: a request, an erasure, the sweep.
CREATE FUNCTION veriflow_number_face() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO face_epoch AS epoch (tenant_id, environment, version) VALUES (NEW.tenant_id, NEW.environment, 1)
    ON CONFLICT (tenant_id, environment) DO UPDATE SET version = epoch.version + 1
    RETURNING epoch.version INTO NEW.version;
  RETURN NEW;
END $$;
CREATE TRIGGER number_face BEFORE INSERT ON face FOR EACH ROW EXECUTE FUNCTION veriflow_number_face();

CREATE FUNCTION veriflow_note_deleted_faces() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO face_epoch AS epoch (tenant_id, environment, version, deleted)
    SELECT DISTINCT tenant_id, environment, 1, 1 FROM gone
    ON CONFLICT (tenant_id, environment) DO UPDATE SET version = epoch.version + 1, deleted = epoch.version + 1;
  RETURN NULL;
END $$;
CREATE TRIGGER note_deleted_faces AFTER DELETE ON face REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION veriflow_note_deleted_faces();

-- Faces enrolled before are numbered in the order of their ids.
UPDATE face SET version = numbered.place
  FROM (SELECT id, row_number() OVER (PARTITION BY tenant_id, environment ORDER BY id) AS place FROM face) numbered
  WHERE face.id = numbered.id;
INSERT INTO face_epoch (tenant_id, environment, version) SELECT tenant_id, environment, max(version) FROM face GROUP BY 1, 2;
