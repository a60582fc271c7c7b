-- Members of the old system come in: a workbook is staged, looked at, and committed in one transaction, or undone.
CREATE TYPE "ImportState" AS ENUM ('reading', 'ready', 'committing', 'committed', 'undone', 'discarded', 'failed');
CREATE TYPE "ImportOutcome" AS ENUM ('good', 'incomplete', 'refused', 'known');
ALTER TYPE "PaymentSource" ADD VALUE 'import';

-- AlterTable
ALTER TABLE "Account" ADD COLUMN "importId" UUID;
ALTER TABLE "Company" ADD COLUMN "importId" UUID;
ALTER TABLE "Member" ADD COLUMN "incomplete" TEXT[];

-- CreateTable
CREATE TABLE "Import" (
    "id" UUID NOT NULL,
    "state" "ImportState" NOT NULL DEFAULT 'reading',
    "uploaderId" UUID NOT NULL,
    "workbookName" TEXT NOT NULL,
    "workbookKey" TEXT NOT NULL,
    "scansName" TEXT,
    "scansKey" TEXT,
    "run" INTEGER NOT NULL DEFAULT 1,
    "percent" INTEGER NOT NULL DEFAULT 0,
    "movedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "failure" TEXT,
    "findings" JSONB,
    "choices" JSONB NOT NULL DEFAULT '{}',
    "totals" JSONB,
    "reason" TEXT,
    "committedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "Import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportCompany" (
    "importId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "uscc" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "outcome" "ImportOutcome" NOT NULL,
    "rows" JSONB NOT NULL,
    "problems" JSONB NOT NULL,
    "data" JSONB,

    CONSTRAINT "ImportCompany_pkey" PRIMARY KEY ("importId","position")
);

-- CreateTable
CREATE TABLE "ImportScan" (
    "importId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "uscc" TEXT NOT NULL,
    "kind" "FileKind" NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "pages" JSONB NOT NULL,

    CONSTRAINT "ImportScan_pkey" PRIMARY KEY ("importId","key")
);

-- CreateIndex
CREATE INDEX "Account_importId_idx" ON "Account"("importId");

-- CreateIndex
CREATE INDEX "Company_importId_idx" ON "Company"("importId");

-- CreateIndex
CREATE INDEX "Import_createdAt_idx" ON "Import"("createdAt");

-- CreateIndex
CREATE INDEX "ImportCompany_importId_outcome_idx" ON "ImportCompany"("importId", "outcome");

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_importId_fkey" FOREIGN KEY ("importId") REFERENCES "Import"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Company" ADD CONSTRAINT "Company_importId_fkey" FOREIGN KEY ("importId") REFERENCES "Import"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Import" ADD CONSTRAINT "Import_uploaderId_fkey" FOREIGN KEY ("uploaderId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportCompany" ADD CONSTRAINT "ImportCompany_importId_fkey" FOREIGN KEY ("importId") REFERENCES "Import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportScan" ADD CONSTRAINT "ImportScan_importId_fkey" FOREIGN KEY ("importId") REFERENCES "Import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One import at a time: the next one waits until this one is committed or given up.
CREATE UNIQUE INDEX "Import_one_open" ON "Import" ((true)) WHERE "state" IN ('reading', 'ready', 'committing');
ALTER TABLE "Import"
  ADD CONSTRAINT "Import_percent" CHECK ("percent" BETWEEN 0 AND 100),
  ADD CONSTRAINT "Import_committed_has_moment" CHECK (("state" IN ('committed', 'undone')) = ("committedAt" IS NOT NULL)),
  ADD CONSTRAINT "Import_failed_has_words" CHECK ("state" <> 'failed' OR coalesce("failure", '') <> '');
ALTER TABLE "ImportCompany" ADD CONSTRAINT "ImportCompany_taken_has_data" CHECK ("outcome" NOT IN ('good', 'incomplete') OR "data" IS NOT NULL);
