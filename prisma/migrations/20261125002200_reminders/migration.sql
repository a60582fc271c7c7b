CREATE TABLE "Reminder" (
    "id" UUID NOT NULL,
    "companyId" UUID NOT NULL,
    "stage" INTEGER NOT NULL,
    "void" BOOLEAN NOT NULL DEFAULT false,
    "senderName" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "Reminder_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "ReminderCharge" (
    "id" UUID NOT NULL,
    "reminderId" UUID NOT NULL,
    "chargeId" UUID NOT NULL,
    "openFen" INTEGER NOT NULL,
    "stage" INTEGER,
    "void" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "ReminderCharge_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "Message" ADD COLUMN "reminderId" UUID;

CREATE INDEX "Message_reminderId_idx" ON "Message"("reminderId");
CREATE INDEX "Reminder_companyId_idx" ON "Reminder"("companyId");
CREATE INDEX "Reminder_createdAt_idx" ON "Reminder"("createdAt");
CREATE INDEX "ReminderCharge_reminderId_idx" ON "ReminderCharge"("reminderId");
CREATE INDEX "ReminderCharge_chargeId_idx" ON "ReminderCharge"("chargeId");

ALTER TABLE "Message" ADD CONSTRAINT "Message_reminderId_fkey" FOREIGN KEY ("reminderId") REFERENCES "Reminder"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_companyId_fkey" FOREIGN KEY ("companyId") REFERENCES "Company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ReminderCharge" ADD CONSTRAINT "ReminderCharge_reminderId_fkey" FOREIGN KEY ("reminderId") REFERENCES "Reminder"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ReminderCharge" ADD CONSTRAINT "ReminderCharge_chargeId_fkey" FOREIGN KEY ("chargeId") REFERENCES "Charge"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "ReminderCharge" ADD CONSTRAINT "ReminderCharge_of_what_is_open" CHECK ("openFen" > 0);
-- Each charge is reminded of once at each stage, whoever sends at the same time; what nobody got does not count.
CREATE UNIQUE INDEX "ReminderCharge_once_a_stage" ON "ReminderCharge" ("chargeId", "stage") WHERE NOT "void";
