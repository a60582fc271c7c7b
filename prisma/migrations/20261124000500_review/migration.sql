-- Two stages: 初审 leads to 待批准, a meeting approves.
ALTER TYPE "ApplicationState" ADD VALUE 'passed' AFTER 'returned';

-- CreateTable
CREATE TABLE "Meeting" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "heldOn" DATE NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "Meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReviewCheck" (
    "snapshotId" UUID NOT NULL,
    "item" TEXT NOT NULL,
    "actorId" UUID NOT NULL,
    "actorName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "ReviewCheck_pkey" PRIMARY KEY ("snapshotId","item")
);

-- AlterTable
ALTER TABLE "Application" ADD COLUMN "meetingId" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "Meeting_heldOn_name_key" ON "Meeting"("heldOn", "name");

-- CreateIndex
CREATE INDEX "Application_meetingId_idx" ON "Application"("meetingId");

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewCheck" ADD CONSTRAINT "ReviewCheck_snapshotId_fkey" FOREIGN KEY ("snapshotId") REFERENCES "ApplicationSnapshot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Only an approval names a meeting.
ALTER TABLE "Application" ADD CONSTRAINT "Application_meeting_approved" CHECK ("meetingId" IS NULL OR "state" = 'approved');
