-- CreateEnum
CREATE TYPE "RefundState" AS ENUM ('requested', 'approved', 'refused', 'done');

-- AlterTable
ALTER TABLE "DuesStandard" ADD COLUMN "resolvedOn" DATE, ADD COLUMN "eligible" INTEGER, ADD COLUMN "present" INTEGER, ADD COLUMN "inFavour" INTEGER;
ALTER TABLE "File" ADD COLUMN "duesYear" INTEGER, ADD COLUMN "filingId" UUID;
ALTER TABLE "Filing" ADD COLUMN "level" "Level";
ALTER TABLE "Payment" ADD COLUMN "companyId" UUID, ADD COLUMN "serial" TEXT, ADD COLUMN "payer" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "note" TEXT NOT NULL DEFAULT '', ADD COLUMN "awaitsFiling" BOOLEAN NOT NULL DEFAULT false, ADD COLUMN "refundOfId" UUID;
UPDATE "Payment" p SET "companyId" = f."companyId" FROM "Filing" f WHERE f."id" = p."filingId";

-- CreateTable
CREATE TABLE "ChargeEvent" (
    "id" UUID NOT NULL,
    "chargeId" UUID NOT NULL,
    "from" "ChargeState" NOT NULL,
    "event" TEXT NOT NULL,
    "to" "ChargeState" NOT NULL,
    "actorId" UUID,
    "actorName" TEXT NOT NULL,
    "reason" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "ChargeEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FilingDraft" (
    "companyId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "data" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "savedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "editor" TEXT NOT NULL DEFAULT '',
    "sequence" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "FilingDraft_pkey" PRIMARY KEY ("companyId","year")
);

-- CreateTable
CREATE TABLE "Refund" (
    "id" UUID NOT NULL,
    "paymentId" UUID NOT NULL,
    "chargeId" UUID,
    "amountFen" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "state" "RefundState" NOT NULL DEFAULT 'requested',
    "requestedById" UUID NOT NULL,
    "approvedById" UUID,
    "moneyId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "Refund_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RefundEvent" (
    "id" UUID NOT NULL,
    "refundId" UUID NOT NULL,
    "from" "RefundState",
    "event" TEXT NOT NULL,
    "to" "RefundState" NOT NULL,
    "actorId" UUID,
    "actorName" TEXT NOT NULL,
    "reason" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "RefundEvent_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ChargeEvent_chargeId_createdAt_idx" ON "ChargeEvent"("chargeId", "createdAt");
CREATE UNIQUE INDEX "Refund_moneyId_key" ON "Refund"("moneyId");
CREATE INDEX "Refund_paymentId_idx" ON "Refund"("paymentId");
CREATE INDEX "Refund_chargeId_idx" ON "Refund"("chargeId");
CREATE INDEX "Refund_state_createdAt_idx" ON "Refund"("state", "createdAt");
CREATE INDEX "RefundEvent_refundId_createdAt_idx" ON "RefundEvent"("refundId", "createdAt");
CREATE INDEX "Charge_year_state_id_idx" ON "Charge"("year", "state", "id");
CREATE INDEX "File_filingId_idx" ON "File"("filingId");
CREATE INDEX "Payment_companyId_idx" ON "Payment"("companyId");
CREATE INDEX "Payment_refundOfId_idx" ON "Payment"("refundOfId");

-- AddForeignKey
ALTER TABLE "ChargeEvent" ADD CONSTRAINT "ChargeEvent_chargeId_fkey" FOREIGN KEY ("chargeId") REFERENCES "Charge"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "FilingDraft" ADD CONSTRAINT "FilingDraft_companyId_fkey" FOREIGN KEY ("companyId") REFERENCES "Company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "File" ADD CONSTRAINT "File_filingId_fkey" FOREIGN KEY ("filingId") REFERENCES "Filing"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_companyId_fkey" FOREIGN KEY ("companyId") REFERENCES "Company"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_refundOfId_fkey" FOREIGN KEY ("refundOfId") REFERENCES "Payment"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Refund" ADD CONSTRAINT "Refund_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "Payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Refund" ADD CONSTRAINT "Refund_chargeId_fkey" FOREIGN KEY ("chargeId") REFERENCES "Charge"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Refund" ADD CONSTRAINT "Refund_moneyId_fkey" FOREIGN KEY ("moneyId") REFERENCES "Payment"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "RefundEvent" ADD CONSTRAINT "RefundEvent_refundId_fkey" FOREIGN KEY ("refundId") REFERENCES "Refund"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A congress needs two thirds of its members, and more than half of those present in favour (民发〔2014〕166号).
ALTER TABLE "DuesStandard"
  ADD CONSTRAINT "DuesStandard_whole_vote" CHECK (num_nonnulls("resolvedOn", "eligible", "present", "inFavour") IN (0, 4)),
  ADD CONSTRAINT "DuesStandard_vote_carried" CHECK (
    "eligible" IS NULL OR ("present" <= "eligible" AND "present" * 3 >= "eligible" * 2 AND "inFavour" <= "present" AND "inFavour" * 2 > "present"));
ALTER TABLE "File" ADD CONSTRAINT "File_of_filing_is_voucher" CHECK (("filingId" IS NULL AND "duesYear" IS NULL) OR "kind" = 'transferVoucher');
ALTER TABLE "ChargeEvent" ADD CONSTRAINT "ChargeEvent_reasoned" CHECK ("reason" <> '');
ALTER TABLE "Payment"
  ADD CONSTRAINT "Payment_refund_is_negative" CHECK (("refundOfId" IS NOT NULL) = ("amountFen" < 0)),
  ADD CONSTRAINT "Payment_filed_waits_no_more" CHECK (NOT "awaitsFiling" OR "filingId" IS NULL);
ALTER TABLE "Refund"
  ADD CONSTRAINT "Refund_amount" CHECK ("amountFen" > 0),
  ADD CONSTRAINT "Refund_reasoned" CHECK ("reason" <> ''),
  ADD CONSTRAINT "Refund_second_person" CHECK ("approvedById" <> "requestedById"),
  ADD CONSTRAINT "Refund_done_has_money" CHECK (("state" = 'done') = ("moneyId" IS NOT NULL));
ALTER TABLE "RefundEvent" ADD CONSTRAINT "RefundEvent_reasoned" CHECK ("event" <> 'refuse' OR "reason" <> '');

CREATE TRIGGER "ChargeEvent_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "ChargeEvent" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "RefundEvent_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "RefundEvent" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What a charge holds and what is left of a payment follow each allocation, so that lists need not add up; and nothing is
-- counted twice: a charge never holds more than its amount nor less than nothing, whoever writes at the same time.
ALTER TABLE "Charge" ADD COLUMN "heldFen" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Payment" ADD COLUMN "leftFen" INTEGER NOT NULL DEFAULT 0;
UPDATE "Charge" c SET "heldFen" = (SELECT coalesce(sum(a."amountFen"), 0) FROM "Allocation" a WHERE a."chargeId" = c."id");
UPDATE "Payment" p SET "leftFen" = p."amountFen" - (SELECT coalesce(sum(a."amountFen"), 0) FROM "Allocation" a WHERE a."paymentId" = p."id");
ALTER TABLE "Charge" ADD CONSTRAINT "Charge_holds_at_most_its_amount" CHECK ("heldFen" BETWEEN 0 AND "amountFen");
CREATE INDEX "Payment_left" ON "Payment" ("companyId") WHERE "leftFen" > 0;

CREATE FUNCTION count_allocation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    UPDATE "Charge" SET "heldFen" = "heldFen" - OLD."amountFen" WHERE "id" = OLD."chargeId";
    UPDATE "Payment" SET "leftFen" = "leftFen" + OLD."amountFen"
      WHERE "id" = (SELECT coalesce("refundOfId", "id") FROM "Payment" WHERE "id" = OLD."paymentId");
  END IF;
  IF TG_OP <> 'DELETE' THEN
    UPDATE "Charge" SET "heldFen" = "heldFen" + NEW."amountFen" WHERE "id" = NEW."chargeId";
    UPDATE "Payment" SET "leftFen" = "leftFen" - NEW."amountFen"
      WHERE "id" = (SELECT coalesce("refundOfId", "id") FROM "Payment" WHERE "id" = NEW."paymentId");
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "Allocation_counted" AFTER INSERT OR UPDATE OR DELETE ON "Allocation" FOR EACH ROW EXECUTE FUNCTION count_allocation();

CREATE FUNCTION count_payment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Payment" SET "leftFen" = "leftFen" + NEW."amountFen" WHERE "id" = coalesce(NEW."refundOfId", NEW."id");
  RETURN NULL;
END $$;
CREATE TRIGGER "Payment_counted" AFTER INSERT ON "Payment" FOR EACH ROW EXECUTE FUNCTION count_payment();
