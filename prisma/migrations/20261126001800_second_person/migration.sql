-- 免交 and 取消应交 above a sum wait for a second person, as refunds do: what is proposed, why, and by whom.
CREATE TYPE "ChargeDecision" AS ENUM ('waive', 'cancel');
ALTER TABLE "Charge"
  ADD COLUMN "proposed" "ChargeDecision",
  ADD COLUMN "proposedReason" TEXT,
  ADD COLUMN "proposedById" UUID;
ALTER TABLE "Charge" ADD CONSTRAINT "Charge_proposed" CHECK (
  num_nonnulls("proposed", "proposedReason", "proposedById") IN (0, 3)
  AND ("proposed" IS NULL OR ("state" = 'open' AND "proposedReason" <> '')));
CREATE INDEX "Charge_proposed_id" ON "Charge" ("id") WHERE "proposed" IS NOT NULL;

-- The sum that one person may decide of is now that of both.
UPDATE "Setting" SET "key" = 'secondPerson' WHERE "key" = 'refunds';
