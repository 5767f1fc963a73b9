-- AlterTable
ALTER TABLE "invoice" ADD COLUMN     "issued_by" TEXT NOT NULL DEFAULT 'veriFlow';
