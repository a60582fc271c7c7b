-- A message is an SMS to a phone or an e-mail to a mailbox.
CREATE TYPE "MessageChannel" AS ENUM ('sms', 'email');

ALTER TABLE "Message"
  ADD COLUMN "channel" "MessageChannel" NOT NULL DEFAULT 'sms',
  ADD COLUMN "email" TEXT,
  ALTER COLUMN "phone" DROP NOT NULL,
  ADD CONSTRAINT "Message_has_its_address" CHECK (
    CASE "channel"
      WHEN 'sms' THEN "phone" IS NOT NULL AND "email" IS NULL
      ELSE "email" IS NOT NULL AND "phone" IS NULL
    END
  );

CREATE TABLE "OutboxMail" (
    "id" UUID NOT NULL,
    "messageId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "OutboxMail_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "OutboxMail_messageId_key" ON "OutboxMail"("messageId");
CREATE INDEX "OutboxMail_createdAt_idx" ON "OutboxMail"("createdAt");
