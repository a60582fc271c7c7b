-- CreateEnum
CREATE TYPE "ChangeKind" AS ENUM ('edit', 'notice', 'request');

-- CreateEnum
CREATE TYPE "ChangeState" AS ENUM ('done', 'pending', 'acknowledged', 'undone', 'returned', 'confirmed', 'withdrawn');

-- CreateTable
CREATE TABLE "CompanyChange" (
    "id" UUID NOT NULL,
    "companyId" UUID NOT NULL,
    "kind" "ChangeKind" NOT NULL,
    "state" "ChangeState" NOT NULL,
    "field" TEXT NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "actorId" UUID NOT NULL,
    "actorName" TEXT NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "decidedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "CompanyChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CompanyChangeEvent" (
    "id" UUID NOT NULL,
    "changeId" UUID NOT NULL,
    "from" "ChangeState" NOT NULL,
    "event" TEXT NOT NULL,
    "to" "ChangeState" NOT NULL,
    "actorId" UUID,
    "actorName" TEXT NOT NULL,
    "reason" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "CompanyChangeEvent_pkey" PRIMARY KEY ("id")
);

-- AlterTable
ALTER TABLE "File" ADD COLUMN "changeId" UUID;

-- CreateIndex
CREATE INDEX "CompanyChange_companyId_madeAt_idx" ON "CompanyChange"("companyId", "madeAt");

-- CreateIndex
CREATE INDEX "CompanyChange_state_madeAt_id_idx" ON "CompanyChange"("state", "madeAt", "id");

-- CreateIndex
CREATE INDEX "CompanyChangeEvent_changeId_createdAt_idx" ON "CompanyChangeEvent"("changeId", "createdAt");

-- CreateIndex
CREATE INDEX "File_changeId_idx" ON "File"("changeId");

-- AddForeignKey
ALTER TABLE "CompanyChange" ADD CONSTRAINT "CompanyChange_companyId_fkey" FOREIGN KEY ("companyId") REFERENCES "Company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CompanyChangeEvent" ADD CONSTRAINT "CompanyChangeEvent_changeId_fkey" FOREIGN KEY ("changeId") REFERENCES "CompanyChange"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "File" ADD CONSTRAINT "File_changeId_fkey" FOREIGN KEY ("changeId") REFERENCES "CompanyChange"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Each kind has its own states, and a moment exactly when somebody of the association or the member has ended it.
ALTER TABLE "CompanyChange"
  ADD CONSTRAINT "CompanyChange_state_of_kind" CHECK (
    CASE "kind"
      WHEN 'edit' THEN "state" = 'done'
      WHEN 'notice' THEN "state" IN ('pending', 'acknowledged', 'undone')
      ELSE "state" IN ('pending', 'returned', 'confirmed', 'withdrawn')
    END),
  ADD CONSTRAINT "CompanyChange_decided_has_moment" CHECK (("state" IN ('done', 'pending')) = ("decidedAt" IS NULL));
ALTER TABLE "CompanyChangeEvent" ADD CONSTRAINT "CompanyChangeEvent_reasoned" CHECK ("event" NOT IN ('return', 'undo') OR "reason" <> '');

-- One request at a time: the next waits until this one is confirmed or withdrawn.
CREATE UNIQUE INDEX "CompanyChange_one_open_request" ON "CompanyChange" ("companyId") WHERE "kind" = 'request' AND "state" IN ('pending', 'returned');

-- Only a company's own file can stand in a company's request.
ALTER TABLE "File" ADD CONSTRAINT "File_change_of_company" CHECK ("changeId" IS NULL OR "companyId" IS NOT NULL);

CREATE TRIGGER "CompanyChangeEvent_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "CompanyChangeEvent" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
