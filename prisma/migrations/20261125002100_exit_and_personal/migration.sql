-- 退会申请 stands among a member's changes, in the same queue.
ALTER TYPE "ChangeKind" ADD VALUE 'exit';
ALTER TYPE "ChangeState" ADD VALUE 'declined';
ALTER TABLE "CompanyChange" ADD COLUMN "letterId" UUID;
CREATE INDEX "CompanyChange_letterId_idx" ON "CompanyChange"("letterId");
ALTER TABLE "CompanyChange" ADD CONSTRAINT "CompanyChange_letterId_fkey" FOREIGN KEY ("letterId") REFERENCES "File"("id") ON DELETE SET NULL ON UPDATE CASCADE;
-- What staff make themselves begins with its own event.
ALTER TABLE "CompanyChangeEvent" ALTER COLUMN "from" DROP NOT NULL;

-- A value that an enumeration has just got cannot be named in the same transaction: hence the texts, and what an exit is not.
ALTER TABLE "CompanyChange" DROP CONSTRAINT "CompanyChange_state_of_kind";
ALTER TABLE "CompanyChange"
  ADD CONSTRAINT "CompanyChange_state_of_kind" CHECK (
    CASE "kind"::text
      WHEN 'edit' THEN "state"::text = 'done'
      WHEN 'notice' THEN "state"::text IN ('pending', 'acknowledged', 'undone')
      WHEN 'exit' THEN "state"::text IN ('pending', 'confirmed', 'declined', 'withdrawn')
      ELSE "state"::text IN ('pending', 'returned', 'confirmed', 'withdrawn')
    END),
  ADD CONSTRAINT "CompanyChange_letter_of_notice" CHECK ("letterId" IS NULL OR "kind" = 'notice');
CREATE UNIQUE INDEX "CompanyChange_one_open_exit" ON "CompanyChange" ("companyId") WHERE "kind" NOT IN ('edit', 'notice', 'request') AND "state" = 'pending';
ALTER TABLE "CompanyChangeEvent" DROP CONSTRAINT "CompanyChangeEvent_reasoned";
ALTER TABLE "CompanyChangeEvent" ADD CONSTRAINT "CompanyChangeEvent_reasoned" CHECK ("event" NOT IN ('return', 'undo', 'decline', 'replace') OR "reason" <> '');

-- 个人信息: versions that begin on a day, and accounts that are asked to be erased, and are.
ALTER TABLE "DocumentVersion"
  ADD COLUMN "summary" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "validFrom" DATE;

ALTER TABLE "Account" ADD COLUMN "erasedAt" TIMESTAMPTZ(3);
ALTER TABLE "Account" DROP CONSTRAINT "Account_phone_is_mobile";
ALTER TABLE "Account"
  ADD CONSTRAINT "Account_phone_is_mobile" CHECK ("phone" ~ '^1[3-9][0-9]{9}$' OR "erasedAt" IS NOT NULL),
  ADD CONSTRAINT "Account_erased_is_closed" CHECK (
    "erasedAt" IS NULL OR ("status" = 'disabled' AND "passwordHash" IS NULL AND "phone" = 'erased:' || "id"));

CREATE TYPE "ErasureState" AS ENUM ('pending', 'accepted', 'declined', 'withdrawn');

CREATE TABLE "ErasureRequest" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "state" "ErasureState" NOT NULL DEFAULT 'pending',
    "reason" TEXT NOT NULL,
    "decidedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "ErasureRequest_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "ErasureEvent" (
    "id" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "from" "ErasureState",
    "event" TEXT NOT NULL,
    "to" "ErasureState" NOT NULL,
    "actorId" UUID,
    "actorName" TEXT NOT NULL,
    "reason" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "ErasureEvent_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "ErasureRequest_accountId_idx" ON "ErasureRequest"("accountId");
CREATE INDEX "ErasureRequest_state_createdAt_idx" ON "ErasureRequest"("state", "createdAt");
CREATE INDEX "ErasureEvent_requestId_createdAt_idx" ON "ErasureEvent"("requestId", "createdAt");
ALTER TABLE "ErasureRequest" ADD CONSTRAINT "ErasureRequest_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ErasureEvent" ADD CONSTRAINT "ErasureEvent_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "ErasureRequest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "ErasureRequest" ADD CONSTRAINT "ErasureRequest_decided_has_moment" CHECK (("state" = 'pending') = ("decidedAt" IS NULL));
ALTER TABLE "ErasureEvent" ADD CONSTRAINT "ErasureEvent_reasoned" CHECK ("event" <> 'decline' OR "reason" <> '');
CREATE UNIQUE INDEX "ErasureRequest_one_open" ON "ErasureRequest" ("accountId") WHERE "state" = 'pending';
CREATE TRIGGER "ErasureEvent_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "ErasureEvent" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
