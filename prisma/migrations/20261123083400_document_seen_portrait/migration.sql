-- AlterTable
ALTER TABLE "document_seen" ALTER COLUMN "picture_hash" DROP NOT NULL;

-- Pages of one issuer look alike: their portraits tell them apart.
ALTER TABLE "document_seen" DROP CONSTRAINT document_seen_hash;
ALTER TABLE "document_seen" ADD CONSTRAINT document_seen_hash CHECK (picture_hash ~ '^[0-9a-f]{48}$') NOT VALID;
