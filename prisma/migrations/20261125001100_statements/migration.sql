-- Bank statements: what the bank says came in, row by row.
CREATE TYPE "BankRowState" AS ENUM ('open', 'settled', 'ignored');

CREATE TABLE "StatementLayout" (
    "layout" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "StatementLayout_pkey" PRIMARY KEY ("layout")
);

CREATE TABLE "BankStatement" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "fileKey" TEXT NOT NULL,
    "layout" TEXT NOT NULL,
    "uploaderId" UUID NOT NULL,
    "readAt" TIMESTAMPTZ(3),
    "known" INTEGER NOT NULL DEFAULT 0,
    "outgoing" INTEGER NOT NULL DEFAULT 0,
    "faults" JSONB NOT NULL DEFAULT '[]',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "BankStatement_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "BankRow" (
    "id" UUID NOT NULL,
    "statementId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "paidOn" DATE NOT NULL,
    "amountFen" INTEGER NOT NULL,
    "payerName" TEXT NOT NULL,
    "payerAccount" TEXT NOT NULL,
    "memo" TEXT NOT NULL,
    "serial" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "state" "BankRowState" NOT NULL DEFAULT 'open',
    "note" TEXT NOT NULL DEFAULT '',
    "reason" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "BankRow_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "Payment" ADD COLUMN "bankRowId" UUID;

CREATE INDEX "BankStatement_createdAt_idx" ON "BankStatement"("createdAt");
CREATE INDEX "BankStatement_uploaderId_idx" ON "BankStatement"("uploaderId");
CREATE UNIQUE INDEX "BankRow_hash_key" ON "BankRow"("hash");
CREATE INDEX "BankRow_statementId_state_position_idx" ON "BankRow"("statementId", "state", "position");
CREATE INDEX "Payment_bankRowId_idx" ON "Payment"("bankRowId");

ALTER TABLE "BankStatement" ADD CONSTRAINT "BankStatement_uploaderId_fkey" FOREIGN KEY ("uploaderId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "BankRow" ADD CONSTRAINT "BankRow_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "BankStatement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_bankRowId_fkey" FOREIGN KEY ("bankRowId") REFERENCES "BankRow"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "BankRow"
  ADD CONSTRAINT "BankRow_amount" CHECK ("amountFen" > 0),
  ADD CONSTRAINT "BankRow_ignored_has_reason" CHECK (("state" = 'ignored') = (coalesce("reason", '') <> ''));
-- Only money of a bank's statement is of a row; what is given back is not.
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_of_row_came_in" CHECK ("bankRowId" IS NULL OR "amountFen" > 0);

-- A row never stands for more money than it tells of, whoever writes at the same time.
CREATE FUNCTION count_bank_row() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  told INTEGER;
BEGIN
  IF NEW."bankRowId" IS NULL THEN RETURN NULL; END IF;
  SELECT "amountFen" INTO told FROM "BankRow" WHERE "id" = NEW."bankRowId" FOR UPDATE;
  IF (SELECT sum("amountFen") FROM "Payment" WHERE "bankRowId" = NEW."bankRowId") > told THEN
    RAISE EXCEPTION 'BankRow % stands for less money than its payments', NEW."bankRowId" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "Payment_of_row_counted" AFTER INSERT OR UPDATE OF "bankRowId", "amountFen" ON "Payment" FOR EACH ROW EXECUTE FUNCTION count_bank_row();
