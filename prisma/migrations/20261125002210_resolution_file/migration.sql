-- The congress's resolution of a standard.
ALTER TYPE "FileKind" ADD VALUE 'duesResolution';
ALTER TABLE "File" ADD COLUMN "standardId" UUID;
CREATE INDEX "File_standardId_idx" ON "File"("standardId");
ALTER TABLE "File" ADD CONSTRAINT "File_standardId_fkey" FOREIGN KEY ("standardId") REFERENCES "DuesStandard"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "File"
  DROP CONSTRAINT "File_one_owner",
  ADD CONSTRAINT "File_one_owner" CHECK (num_nonnulls("applicationId", "companyId", "standardId") = 1);
