-- Members after they joined: events, notes, attachments, merged records, and the indexes of their list.
ALTER TYPE "FileKind" ADD VALUE 'memberAttachment';

-- AlterTable
ALTER TABLE "Member" ADD COLUMN "formerNumbers" TEXT[],
ADD COLUMN "mergedIntoId" UUID;

-- AlterTable
ALTER TABLE "CouncilSeat" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "MemberEvent" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "from" "MemberState",
    "event" TEXT NOT NULL,
    "to" "MemberState" NOT NULL,
    "effectiveOn" DATE NOT NULL,
    "actorId" UUID,
    "actorName" TEXT NOT NULL,
    "reason" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "MemberEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MemberNote" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "notedOn" DATE NOT NULL,
    "pinned" BOOLEAN NOT NULL DEFAULT false,
    "authorId" UUID NOT NULL,
    "authorName" TEXT NOT NULL,
    "retiredAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "MemberNote_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "MemberEvent_memberId_createdAt_idx" ON "MemberEvent"("memberId", "createdAt");
CREATE INDEX "MemberNote_memberId_idx" ON "MemberNote"("memberId");
CREATE INDEX "Member_state_companyId_idx" ON "Member"("state", "companyId");
CREATE INDEX "Member_joinedOn_id_idx" ON "Member"("joinedOn", "id");
CREATE INDEX "Member_mergedIntoId_idx" ON "Member"("mergedIntoId");
CREATE INDEX "Member_formerNumbers_idx" ON "Member" USING GIN ("formerNumbers");
CREATE INDEX "Company_provinceCode_namePinyin_id_idx" ON "Company"("provinceCode", "namePinyin", "id");
CREATE INDEX "Company_industry_namePinyin_id_idx" ON "Company"("industry", "namePinyin", "id");
CREATE INDEX "Message_phone_createdAt_idx" ON "Message"("phone", "createdAt");

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "MemberEvent" ADD CONSTRAINT "MemberEvent_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "MemberNote" ADD CONSTRAINT "MemberNote_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The beginning of a member number, typed into the search box. An expression, because Prisma's schema knows no operator class.
CREATE INDEX "Member_number_prefix" ON "Member" ((upper(replace("number", '-', ''))) text_pattern_ops);

-- The level that counts today, for the filter by level; and who sits on the council.
CREATE INDEX "MemberLevel_open_level" ON "MemberLevel" ("level", "memberId") WHERE "to" IS NULL;

ALTER TABLE "Member" ADD CONSTRAINT "Member_not_merged_into_itself" CHECK ("mergedIntoId" <> "id");
ALTER TABLE "Member" ADD CONSTRAINT "Member_merged_has_ended" CHECK ("mergedIntoId" IS NULL OR "state" IN ('withdrawn', 'expelled'));
ALTER TABLE "MemberEvent" ADD CONSTRAINT "MemberEvent_reasoned" CHECK (coalesce("reason", '') <> '');
ALTER TABLE "MemberNote" ADD CONSTRAINT "MemberNote_text" CHECK ("text" <> '');
ALTER TABLE "CouncilSeat" ADD CONSTRAINT "CouncilSeat_dates_in_order" CHECK ("to" IS NULL OR "to" >= "from");

CREATE TRIGGER "MemberEvent_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "MemberEvent" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
