-- A replaced certificate says why. What was replaced so far was so without a word.
ALTER TABLE "Certificate" ADD COLUMN "revokedReason" TEXT;
UPDATE "Certificate" SET "revokedReason" = '换发' WHERE "revokedAt" IS NOT NULL;
ALTER TABLE "Certificate"
  ADD CONSTRAINT "Certificate_revoked_reasoned" CHECK (("revokedAt" IS NULL) = ("revokedReason" IS NULL) AND "revokedReason" <> '');

-- 会员名录: a company may ask not to be listed.
ALTER TABLE "Company" ADD COLUMN "unlisted" BOOLEAN NOT NULL DEFAULT false;

-- 请确认单位信息: when the liaison answered. Those of before filled the data in themselves.
ALTER TABLE "Liaison" ADD COLUMN "confirmedAt" TIMESTAMPTZ(3);
UPDATE "Liaison" SET "confirmedAt" = "from";

-- CreateTable
CREATE TABLE "Invitation" (
    "accountId" UUID NOT NULL,
    "messageId" UUID NOT NULL,
    "times" INTEGER NOT NULL DEFAULT 1,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("accountId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_messageId_key" ON "Invitation"("messageId");

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "Message"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_times" CHECK ("times" > 0);
